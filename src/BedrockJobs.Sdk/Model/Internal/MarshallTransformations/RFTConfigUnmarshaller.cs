using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="RFTConfig"/>.</summary>
public sealed class RFTConfigUnmarshaller : StructureUnmarshaller<RFTConfig>
{
    private RFTConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static RFTConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        RFTConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("graderConfig"u8))
        {
            config.GraderConfig = GraderConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("hyperParameters"u8))
        {
            config.HyperParameters = RFTHyperParametersUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
