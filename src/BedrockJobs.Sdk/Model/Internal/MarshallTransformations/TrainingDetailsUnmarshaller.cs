using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="TrainingDetails"/>.</summary>
public sealed class TrainingDetailsUnmarshaller : StructureUnmarshaller<TrainingDetails>
{
    private TrainingDetailsUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static TrainingDetailsUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        TrainingDetails details,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("status"u8))
        {
            details.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("creationTime"u8))
        {
            details.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("lastModifiedTime"u8))
        {
            details.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
