namespace BedrockJobs;

/// <summary>The location for the results of a job.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_OutputDataConfig.html">OutputDataConfig</see>.
/// </remarks>
public sealed class OutputDataConfig : OutputObject
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }
}
