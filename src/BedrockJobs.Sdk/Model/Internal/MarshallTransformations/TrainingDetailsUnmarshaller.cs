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
        TrainingDetails details, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("status"))
            details.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("creationTime"))
            details.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("lastModifiedTime"))
            details.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
