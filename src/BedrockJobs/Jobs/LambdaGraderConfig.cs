namespace BedrockJobs;

/// <summary>An AWS Lambda function that rates the responses of a model.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LambdaGraderConfig.html">LambdaGraderConfig</see>.
/// </remarks>
public sealed class LambdaGraderConfig
{
    /// <summary>The ARN of the function.</summary>
    public string? LambdaArn { get; internal set; }

    /// <summary>Returns the function as text.</summary>
    public override string ToString() => new MemberText().Add(nameof(LambdaArn), LambdaArn).ToString();
}
