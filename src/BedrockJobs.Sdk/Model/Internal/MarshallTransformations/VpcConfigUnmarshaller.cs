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
        VpcConfig config, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("subnetIds"))
            config.SubnetIds = CollectionUnmarshaller.List(StringUnmarshaller.Instance, context, ref reader);
        else if (reader.ValueTextEquals("securityGroupIds"))
            config.SecurityGroupIds = CollectionUnmarshaller.List(StringUnmarshaller.Instance, context, ref reader);
    }
}
