namespace BedrockJobs;

/// <summary>The training data: objects in Amazon S3, or a log of model invocations.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingDataConfig.html">TrainingDataConfig</see>.
/// </remarks>
public sealed class TrainingDataConfig
{
    /// <summary>Where the data is in Amazon S3; null for an invocation log.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>The invocation log, and what is used of it; null for data in Amazon S3.</summary>
    public InvocationLogsConfig? InvocationLogsConfig { get; internal set; }

    /// <summary>Where the data is.</summary>
    public override string ToString() => S3Uri ?? InvocationLogsConfig?.ToString() ?? string.Empty;
}
