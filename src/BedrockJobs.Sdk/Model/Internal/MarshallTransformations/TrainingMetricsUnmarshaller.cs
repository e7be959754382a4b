using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="TrainingMetrics"/>.</summary>
public sealed class TrainingMetricsUnmarshaller : StructureUnmarshaller<TrainingMetrics>
{
    private TrainingMetricsUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static TrainingMetricsUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        TrainingMetrics metrics,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("trainingLoss"u8))
        {
            metrics.TrainingLoss = NullableFloatUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
