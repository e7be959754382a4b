using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="VpcConfig"/>.</summary>
public sealed class VpcConfigUnmarshaller : StructureUnmarshaller<VpcConfig>
{
    private VpcConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static VpcConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        VpcConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("subnetIds"u8))
        {
            config.SubnetIds = new JsonListUnmarshaller<string, StringUnmarshaller>(
                StringUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("securityGroupIds"u8))
        {
            config.SecurityGroupIds = new JsonListUnmarshaller<string, StringUnmarshaller>(
                StringUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
    }
}
