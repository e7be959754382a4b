namespace BedrockJobs;

/// <summary>Where a log of model invocations is.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogSource.html">InvocationLogSource</see>.
/// </remarks>
public sealed class InvocationLogSource
{
    /// <summary>The log's place in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>The log's place.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
