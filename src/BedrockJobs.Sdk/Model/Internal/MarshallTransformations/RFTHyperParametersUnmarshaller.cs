using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="RFTHyperParameters"/>.</summary>
public sealed class RFTHyperParametersUnmarshaller : StructureUnmarshaller<RFTHyperParameters>
{
    private RFTHyperParametersUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static RFTHyperParametersUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        RFTHyperParameters parameters,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("epochCount"u8))
        {
            parameters.EpochCount = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("batchSize"u8))
        {
            parameters.BatchSize = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("learningRate"u8))
        {
            parameters.LearningRate = NullableFloatUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("maxPromptLength"u8))
        {
            parameters.MaxPromptLength = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("trainingSamplePerPrompt"u8))
        {
            parameters.TrainingSamplePerPrompt = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("inferenceMaxTokens"u8))
        {
            parameters.InferenceMaxTokens = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("reasoningEffort"u8))
        {
            parameters.ReasoningEffort = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("evalInterval"u8))
        {
            parameters.EvalInterval = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
