namespace BedrockJobs;

/// <summary>The validation data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDataConfig.html">ValidationDataConfig</see>.
/// </remarks>
public sealed class ValidationDataConfig : OutputObject
{
    /// <summary>The data sets.</summary>
    public OutputList<Validator> Validators { get; internal set; } = [];

    /// <summary>Returns the locations of the data sets.</summary>
    public override string ToString() => string.Join(", ", Validators);
}

/// <summary>A validation data set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Validator.html">Validator</see>.
/// </remarks>
public sealed class Validator : OutputObject
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }
}
