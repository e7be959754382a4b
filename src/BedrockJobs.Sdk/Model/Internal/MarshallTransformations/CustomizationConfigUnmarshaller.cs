using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="CustomizationConfig"/>.</summary>
public sealed class CustomizationConfigUnmarshaller : StructureUnmarshaller<CustomizationConfig>
{
    private CustomizationConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static CustomizationConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        CustomizationConfig config, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("distillationConfig"))
            config.DistillationConfig = DistillationConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("rftConfig"))
            config.RftConfig = RFTConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
