namespace BedrockJobs;

/// <summary>The validation data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDataConfig.html">ValidationDataConfig</see>.
/// </remarks>
public sealed class ValidationDataConfig
{
    /// <summary>The data sets.</summary>
    public IReadOnlyList<Validator> Validators { get; internal set; } = [];

    /// <summary>Returns the locations of the data sets.</summary>
    public override string ToString() => string.Join(", ", Validators);
}
