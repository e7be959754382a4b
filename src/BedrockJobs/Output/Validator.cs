namespace BedrockJobs;

/// <summary>One set of validation data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Validator.html">Validator</see>.
/// </remarks>
public sealed class Validator
{
    /// <summary>Where the data is in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>Where the data is.</summary>
    public override string ToString() => S3Uri ?? string.Empty;
}
