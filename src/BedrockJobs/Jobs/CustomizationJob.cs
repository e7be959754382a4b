using System.Diagnostics.CodeAnalysis;

namespace BedrockJobs;

/// <summary>
/// A model customization job as the listing returns it. The properties have the names of the API. The calculated
/// properties are <see cref="BaseModelId"/>, <see cref="Duration"/>, <see cref="Region"/>, <see cref="AccountId"/> and
/// <see cref="ProfileName"/>.
/// </summary>
/// <remarks>
/// Follows <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelCustomizationJobSummary.html">ModelCustomizationJobSummary</see>.
/// Times are local (<see cref="DateTimeKind.Local"/>), so that you can compare them with <c>Get-Date</c>.
/// Two objects are equal if they're the same job, whether listed or with details, and are sorted by the ARN of the job.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "PowerShell compares with IComparable. An operator would hide that two variables are two objects.")]
public class CustomizationJob : OutputObject, IEquatable<CustomizationJob>, IComparable
{
    /// <summary>The name of the job.</summary>
    public string JobName { get; internal set; } = string.Empty;

    /// <summary>
    /// <c>InProgress</c>, <c>Completed</c>, <c>Failed</c>, <c>Stopping</c> or <c>Stopped</c>. The service might add
    /// other values later.
    /// </summary>
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The status of the job's parts; null if the service doesn't return it.</summary>
    public CustomizationJobStatusDetails? StatusDetails { get; internal set; }

    /// <summary>The type of customization, such as <c>FINE_TUNING</c>; null if the service doesn't return it.</summary>
    public string? CustomizationType { get; internal set; }

    /// <summary>The ID of the base model: the last part of its ARN.</summary>
    public string BaseModelId => Arn.Parse(BaseModelArn).ResourceId;

    /// <summary>The time when the job was created.</summary>
    public DateTime CreationTime
    {
        get => CreationTimeUtc.ToLocalTime();
        internal set => CreationTimeUtc = value.ToUniversalTime();
    }

    /// <summary>The time when the job was last changed.</summary>
    public DateTime? LastModifiedTime
    {
        get => LastModifiedTimeUtc?.ToLocalTime();
        internal set => LastModifiedTimeUtc = value?.ToUniversalTime();
    }

    /// <summary>The time when the job ended; null if it hasn't ended.</summary>
    public DateTime? EndTime
    {
        get => EndTimeUtc?.ToLocalTime();
        internal set => EndTimeUtc = value?.ToUniversalTime();
    }

    /// <summary>
    /// The time from creation to the end, or to now if the job hasn't ended; null if the job has ended and the service
    /// doesn't return the end time.
    /// </summary>
    public TimeSpan? Duration => DurationAt(DateTime.UtcNow);

    /// <summary>The name of the custom model. In a listing it's null until the model exists.</summary>
    public string? CustomModelName { get; internal set; }

    /// <summary>The ARN of the custom model; null until the model exists.</summary>
    public string? CustomModelArn { get; internal set; }

    /// <summary>The ARN of the base model.</summary>
    public string BaseModelArn { get; internal set; } = string.Empty;

    /// <summary>The ARN of the job.</summary>
    public string JobArn { get; internal set; } = string.Empty;

    /// <summary>The AWS Region of the job, from its ARN.</summary>
    public string Region => Arn.Parse(JobArn).Region;

    /// <summary>The 12-digit ID of the AWS account that owns the job, from the ARN of the job.</summary>
    public string AccountId => Arn.Parse(JobArn).AccountId;

    /// <summary>The profile that was used to get the job; null if none was specified.</summary>
    public string? ProfileName { get; internal set; }

    // Local times can't be compared or subtracted when daylight saving time ends.
    internal DateTime CreationTimeUtc { get; set; }

    internal DateTime? LastModifiedTimeUtc { get; set; }

    internal DateTime? EndTimeUtc { get; set; }

    /// <summary>Returns the name of the job.</summary>
    public override string ToString() => JobName;

    /// <summary>Whether the job has ended. A job with a status that AWS adds later has ended if it has an end time.</summary>
    internal bool HasEnded => JobStatus.IsEnded(Status) || EndTimeUtc is not null;

    /// <summary>Whether another object is the same job.</summary>
    public bool Equals(CustomizationJob? other) => JobArn == other?.JobArn;

    /// <inheritdoc cref="Equals(CustomizationJob)"/>
    public override bool Equals(object? obj) => Equals(obj as CustomizationJob);

    /// <inheritdoc/>
    public override int GetHashCode() => JobArn.GetHashCode(StringComparison.Ordinal);

    int IComparable.CompareTo(object? obj) => string.CompareOrdinal(JobArn, (obj as CustomizationJob)?.JobArn);

    /// <summary>The time from creation to the end, or to a time if the job hasn't ended; null if the end is unknown.</summary>
    internal TimeSpan? DurationAt(DateTime utcNow) => Between(
        CreationTimeUtc, EndTimeUtc ?? (JobStatus.IsEnded(Status) ? LastModifiedTimeUtc : utcNow));

    /// <summary>The time between two times; null if the end is unknown.</summary>
    internal static TimeSpan? Between(DateTime start, DateTime? end)
    {
        var duration = end - start;

        // If the local clock is behind the clock of the service, the duration must not be negative.
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }

    private protected override string? Cell(string name) => name switch
    {
        nameof(Status) => DisplayText.Status(Status),
        nameof(Duration) => DisplayText.Duration(Duration),
        "Created" => DisplayText.Time(CreationTime),
        "Type" => DisplayText.CustomizationType(CustomizationType),
        "BaseModel" => DisplayText.BaseModel(BaseModelId),
        "Origin" => base.Cell(nameof(Region)) + "\n" + base.Cell(nameof(AccountId)),
        "Validation" => Part(StatusDetails?.ValidationDetails),
        "DataProcessing" => Part(StatusDetails?.DataProcessingDetails),
        "Training" => Part(StatusDetails?.TrainingDetails),
        _ => base.Cell(name),
    };

    private string Part(CustomizationJobSubtask? part) =>
        $"{DisplayText.Status(part?.Status)} {DisplayText.Duration(part?.DurationAt(DateTime.UtcNow, this))}".TrimEnd();
}
