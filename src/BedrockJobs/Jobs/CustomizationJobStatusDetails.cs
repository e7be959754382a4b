namespace BedrockJobs;

/// <summary>
/// The status of the parts of a model customization job. A part that the service doesn't return is null.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StatusDetails.html">StatusDetails</see>.
/// </remarks>
public sealed class CustomizationJobStatusDetails : OutputObject
{
    /// <summary>The validation of the training and validation data.</summary>
    public CustomizationJobSubtask? ValidationDetails { get; internal set; }

    /// <summary>The processing of the data.</summary>
    public CustomizationJobSubtask? DataProcessingDetails { get; internal set; }

    /// <summary>The training of the model.</summary>
    public CustomizationJobSubtask? TrainingDetails { get; internal set; }

    /// <summary>
    /// Returns the parts with their statuses, such as <c>Validation Completed, Training InProgress</c>.
    /// </summary>
    public override string ToString()
    {
        (string Name, string? Status)[] parts =
        [
            ("Validation", ValidationDetails?.Status),
            ("DataProcessing", DataProcessingDetails?.Status),
            ("Training", TrainingDetails?.Status),
        ];
        return string.Join(", ", parts.Where(part => part.Status is not null).Select(part => $"{part.Name} {part.Status}"));
    }
}

/// <summary>The status of one part of a model customization job. Times are local.</summary>
/// <remarks>
/// Follows the API's <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDetails.html">ValidationDetails</see>,
/// DataProcessingDetails and TrainingDetails, which have the same structure.
/// </remarks>
public sealed class CustomizationJobSubtask : OutputObject
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

    /// <summary>
    /// The time from the start of the part to its end, or to a time; null if it hasn't started or the end is unknown.
    /// </summary>
    internal TimeSpan? DurationAt(DateTime utcNow, CustomizationJob job)
    {
        if (CreationTimeUtc is not { } start || Status == JobStatus.NotStarted)
        {
            return null;
        }

        // A part isn't running anymore when the job has ended, whatever the service returns for the part.
        var isEnded = JobStatus.IsEnded(job.Status) || JobStatus.IsEnded(Status ?? string.Empty);
        return CustomizationJob.Between(start, isEnded ? LastModifiedTimeUtc : utcNow);
    }
}
