using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ValidationDetails"/>.</summary>
public sealed class ValidationDetailsUnmarshaller : StructureUnmarshaller<ValidationDetails>
{
    private ValidationDetailsUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ValidationDetailsUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        ValidationDetails details,
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
