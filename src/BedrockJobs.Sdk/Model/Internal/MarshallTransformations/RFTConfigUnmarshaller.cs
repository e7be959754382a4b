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
        RFTConfig config, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("graderConfig"))
            config.GraderConfig = GraderConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("hyperParameters"))
            config.HyperParameters = RFTHyperParametersUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
