using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="TrainingDataConfig"/>.</summary>
public sealed class TrainingDataConfigUnmarshaller : StructureUnmarshaller<TrainingDataConfig>
{
    private TrainingDataConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static TrainingDataConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        TrainingDataConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("s3Uri"u8))
        {
            config.S3Uri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("invocationLogsConfig"u8))
        {
            config.InvocationLogsConfig = InvocationLogsConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
