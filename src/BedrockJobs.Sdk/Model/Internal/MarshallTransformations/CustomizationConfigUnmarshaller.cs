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
        CustomizationConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("distillationConfig"u8))
        {
            config.DistillationConfig = DistillationConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("rftConfig"u8))
        {
            config.RftConfig = RFTConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
