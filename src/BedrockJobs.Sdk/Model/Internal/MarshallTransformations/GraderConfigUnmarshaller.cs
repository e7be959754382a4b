using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="GraderConfig"/>.</summary>
public sealed class GraderConfigUnmarshaller : StructureUnmarshaller<GraderConfig>
{
    private GraderConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static GraderConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        GraderConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("lambdaGrader"u8))
        {
            config.LambdaGrader = LambdaGraderConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
