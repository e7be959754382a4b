namespace BedrockJobs;

/// <summary>The location for the results of a job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_OutputDataConfig.html">OutputDataConfig</see>.
/// </remarks>
public sealed class OutputDataConfig
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>Returns the location.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
