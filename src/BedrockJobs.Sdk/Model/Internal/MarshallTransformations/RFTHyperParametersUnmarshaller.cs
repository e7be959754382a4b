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
        RFTHyperParameters parameters, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("epochCount"))
            parameters.EpochCount = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("batchSize"))
            parameters.BatchSize = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("learningRate"))
            parameters.LearningRate = NullableFloatUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("maxPromptLength"))
            parameters.MaxPromptLength = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("trainingSamplePerPrompt"))
            parameters.TrainingSamplePerPrompt = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("inferenceMaxTokens"))
            parameters.InferenceMaxTokens = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("reasoningEffort"))
            parameters.ReasoningEffort = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("evalInterval"))
            parameters.EvalInterval = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
