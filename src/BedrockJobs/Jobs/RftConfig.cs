namespace BedrockJobs;

/// <summary>The settings of a reinforcement fine-tuning job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTConfig.html">RFTConfig</see>.
/// </remarks>
public sealed class RftConfig : OutputObject
{
    /// <summary>The grader that rates the responses of the model.</summary>
    public GraderConfig? GraderConfig { get; internal set; }

    /// <summary>The hyperparameters; null if the service uses its defaults.</summary>
    public RftHyperParameters? HyperParameters { get; internal set; }
}

/// <summary>The grader that rates the responses of the model in reinforcement fine-tuning.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GraderConfig.html">GraderConfig</see>.
/// </remarks>
public sealed class GraderConfig : OutputObject
{
    /// <summary>The AWS Lambda function; null for another type of grader.</summary>
    public LambdaGraderConfig? LambdaGrader { get; internal set; }
}

/// <summary>An AWS Lambda function that rates the responses of a model.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LambdaGraderConfig.html">LambdaGraderConfig</see>.
/// </remarks>
public sealed class LambdaGraderConfig : OutputObject
{
    /// <summary>The ARN of the function.</summary>
    public string? LambdaArn { get; internal set; }
}

/// <summary>
/// The hyperparameters of a reinforcement fine-tuning job. A property that the service doesn't return is null.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html">RFTHyperParameters</see>.
/// </remarks>
public sealed class RftHyperParameters : OutputObject
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
}
