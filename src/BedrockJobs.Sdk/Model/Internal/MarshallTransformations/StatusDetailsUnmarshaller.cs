using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="StatusDetails"/>.</summary>
public sealed class StatusDetailsUnmarshaller : StructureUnmarshaller<StatusDetails>
{
    private StatusDetailsUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static StatusDetailsUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        StatusDetails details,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("validationDetails"u8))
        {
            details.ValidationDetails = ValidationDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("dataProcessingDetails"u8))
        {
            details.DataProcessingDetails = DataProcessingDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("trainingDetails"u8))
        {
            details.TrainingDetails = TrainingDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
