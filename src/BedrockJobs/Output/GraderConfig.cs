namespace BedrockJobs;

/// <summary>What rates a model's answers in a reinforcement fine-tuning.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GraderConfig.html">GraderConfig</see>.
/// </remarks>
public sealed class GraderConfig
{
    /// <summary>A function of AWS Lambda; null for another grader.</summary>
    public LambdaGraderConfig? LambdaGrader { get; internal set; }

    /// <summary>The grader.</summary>
    public override string ToString() => LambdaGrader?.ToString() ?? string.Empty;
}
