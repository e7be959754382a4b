namespace BedrockJobs;

/// <summary>Where a job writes its results.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_OutputDataConfig.html">OutputDataConfig</see>.
/// </remarks>
public sealed class OutputDataConfig
{
    /// <summary>The place in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>The place.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
