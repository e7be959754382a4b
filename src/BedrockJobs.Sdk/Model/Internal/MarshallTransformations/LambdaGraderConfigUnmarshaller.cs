using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="LambdaGraderConfig"/>.</summary>
public sealed class LambdaGraderConfigUnmarshaller : StructureUnmarshaller<LambdaGraderConfig>
{
    private LambdaGraderConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static LambdaGraderConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        LambdaGraderConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("lambdaArn"u8))
        {
            config.LambdaArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
