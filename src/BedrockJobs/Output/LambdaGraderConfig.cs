namespace BedrockJobs;

/// <summary>A function of AWS Lambda that rates a model's answers.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LambdaGraderConfig.html">LambdaGraderConfig</see>.
/// </remarks>
public sealed class LambdaGraderConfig
{
    /// <summary>The ARN of the function.</summary>
    public string? LambdaArn { get; internal set; }

    /// <summary>The function.</summary>
    public override string ToString() => new MemberText().Add(nameof(LambdaArn), LambdaArn).ToString();
}
