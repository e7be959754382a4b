using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ValidatorMetric"/>.</summary>
public sealed class ValidatorMetricUnmarshaller : StructureUnmarshaller<ValidatorMetric>
{
    private ValidatorMetricUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ValidatorMetricUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        ValidatorMetric metric,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("validationLoss"u8))
        {
            metric.ValidationLoss = NullableFloatUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
