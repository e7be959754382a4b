namespace BedrockJobs;

/// <summary>A validation data set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Validator.html">Validator</see>.
/// </remarks>
public sealed class Validator
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>Returns the location.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
