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
        InvocationLogsConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("usePromptResponse"u8))
        {
            config.UsePromptResponse = NullableBoolUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("invocationLogSource"u8))
        {
            config.InvocationLogSource = InvocationLogSourceUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("requestMetadataFilters"u8))
        {
            config.RequestMetadataFilters = RequestMetadataFiltersUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
