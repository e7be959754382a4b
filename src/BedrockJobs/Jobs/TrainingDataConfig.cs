namespace BedrockJobs;

/// <summary>The training data: objects in Amazon S3, or a model invocation log.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingDataConfig.html">TrainingDataConfig</see>.
/// </remarks>
public sealed class TrainingDataConfig
{
    /// <summary>The location in Amazon S3; null for an invocation log.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>The invocation log and its filters; null for data in Amazon S3.</summary>
    public InvocationLogsConfig? InvocationLogsConfig { get; internal set; }

    /// <summary>Returns the location of the data.</summary>
    public override string ToString() => S3Uri ?? InvocationLogsConfig?.ToString() ?? string.Empty;
}
