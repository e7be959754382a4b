using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="DataProcessingDetails"/>.</summary>
public sealed class DataProcessingDetailsUnmarshaller : StructureUnmarshaller<DataProcessingDetails>
{
    private DataProcessingDetailsUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static DataProcessingDetailsUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        DataProcessingDetails details, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("status"))
            details.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("creationTime"))
            details.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("lastModifiedTime"))
            details.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
