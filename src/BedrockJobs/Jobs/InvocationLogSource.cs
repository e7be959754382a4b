namespace BedrockJobs;

/// <summary>The location of a model invocation log.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogSource.html">InvocationLogSource</see>.
/// </remarks>
public sealed class InvocationLogSource
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>Returns the location.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
