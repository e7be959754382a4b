namespace BedrockJobs;

/// <summary>
/// The hyperparameters of a reinforcement fine-tuning job. A property that the service doesn't return is null.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html">RFTHyperParameters</see>.
/// </remarks>
public sealed class RftHyperParameters
{
    /// <summary>The number of passes through the training data.</summary>
    public int? EpochCount { get; internal set; }

    /// <summary>The number of samples in each training step.</summary>
    public int? BatchSize { get; internal set; }

    /// <summary>The learning rate: how much each training step changes the model.</summary>
    public double? LearningRate { get; internal set; }

    /// <summary>The maximum number of tokens in a prompt.</summary>
    public int? MaxPromptLength { get; internal set; }

    /// <summary>The number of responses that are generated for each prompt.</summary>
    public int? TrainingSamplePerPrompt { get; internal set; }

    /// <summary>The maximum number of tokens in a response.</summary>
    public int? InferenceMaxTokens { get; internal set; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>. The service might add other values later.</summary>
    public string? ReasoningEffort { get; internal set; }

    /// <summary>The number of training steps between two evaluations.</summary>
    public int? EvalInterval { get; internal set; }

    /// <summary>Returns the hyperparameters that are set, such as <c>EpochCount=2, BatchSize=32</c>.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(EpochCount), EpochCount)
        .Add(nameof(BatchSize), BatchSize)
        .Add(nameof(LearningRate), LearningRate)
        .Add(nameof(MaxPromptLength), MaxPromptLength)
        .Add(nameof(TrainingSamplePerPrompt), TrainingSamplePerPrompt)
        .Add(nameof(InferenceMaxTokens), InferenceMaxTokens)
        .Add(nameof(ReasoningEffort), ReasoningEffort)
        .Add(nameof(EvalInterval), EvalInterval)
        .ToString();
}
