using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="OutputDataConfig"/>.</summary>
public sealed class OutputDataConfigUnmarshaller : StructureUnmarshaller<OutputDataConfig>
{
    private OutputDataConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static OutputDataConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        OutputDataConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("s3Uri"u8))
        {
            config.S3Uri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
