namespace BedrockJobs;

/// <summary>The grader that rates the responses of the model in reinforcement fine-tuning.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GraderConfig.html">GraderConfig</see>.
/// </remarks>
public sealed class GraderConfig
{
    /// <summary>The AWS Lambda function; null for another type of grader.</summary>
    public LambdaGraderConfig? LambdaGrader { get; internal set; }

    /// <summary>Returns the grader as text.</summary>
    public override string ToString() => LambdaGrader?.ToString() ?? string.Empty;
}
