using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="InvocationLogsConfig"/>.</summary>
public sealed class InvocationLogsConfigUnmarshaller : StructureUnmarshaller<InvocationLogsConfig>
{
    private InvocationLogsConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static InvocationLogsConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        InvocationLogsConfig config, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("usePromptResponse"))
            config.UsePromptResponse = NullableBoolUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("invocationLogSource"))
            config.InvocationLogSource = InvocationLogSourceUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("requestMetadataFilters"))
            config.RequestMetadataFilters = RequestMetadataFiltersUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
