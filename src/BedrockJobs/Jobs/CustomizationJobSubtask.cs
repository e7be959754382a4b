namespace BedrockJobs;

/// <summary>The status of one part of a model customization job. Times are local.</summary>
/// <remarks>
/// Follows the API's <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDetails.html">ValidationDetails</see>,
/// DataProcessingDetails and TrainingDetails, which have the same structure.
/// </remarks>
public sealed class CustomizationJobSubtask
{
    /// <summary>
    /// <c>NotStarted</c>, <c>InProgress</c>, <c>Completed</c>, <c>Failed</c>, <c>Stopping</c> or <c>Stopped</c>.
    /// </summary>
    public string? Status { get; internal set; }

    /// <summary>The time when the part started.</summary>
    public DateTime? CreationTime
    {
        get => CreationTimeUtc?.ToLocalTime();
        internal set => CreationTimeUtc = value?.ToUniversalTime();
    }

    /// <summary>The time when the part was last changed.</summary>
    public DateTime? LastModifiedTime
    {
        get => LastModifiedTimeUtc?.ToLocalTime();
        internal set => LastModifiedTimeUtc = value?.ToUniversalTime();
    }

    internal DateTime? CreationTimeUtc { get; set; }

    internal DateTime? LastModifiedTimeUtc { get; set; }

    /// <summary>Returns the status of the part.</summary>
    public override string ToString() => Status ?? string.Empty;
}
