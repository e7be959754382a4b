namespace BedrockJobs;

/// <summary>The hyperparameters of a reinforcement fine-tuning. One that the service does not tell is null.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html">RFTHyperParameters</see>.
/// </remarks>
public sealed class RftHyperParameters
{
    /// <summary>How often training goes through the data.</summary>
    public int? EpochCount { get; internal set; }

    /// <summary>How many samples each step of training takes.</summary>
    public int? BatchSize { get; internal set; }

    /// <summary>How far each step of training changes the model.</summary>
    public double? LearningRate { get; internal set; }

    /// <summary>The most tokens of a prompt.</summary>
    public int? MaxPromptLength { get; internal set; }

    /// <summary>How many answers are made to each prompt.</summary>
    public int? TrainingSamplePerPrompt { get; internal set; }

    /// <summary>The most tokens of an answer.</summary>
    public int? InferenceMaxTokens { get; internal set; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>; another value is shown as it comes.</summary>
    public string? ReasoningEffort { get; internal set; }

    /// <summary>How many steps of training lie between two evaluations.</summary>
    public int? EvalInterval { get; internal set; }

    /// <summary>The hyperparameters that are set, such as <c>EpochCount=2, BatchSize=32</c>.</summary>
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
