using System;
using System.Globalization;
using BedrockJobs.Views;

namespace BedrockJobs;

/// <summary>
/// A model-customization job as the listing describes it. Members carry the API's names; the derived ones are
/// <see cref="BaseModelId"/>, <see cref="Duration"/>, <see cref="Region"/>, <see cref="AccountId"/> and
/// <see cref="ProfileName"/>.
/// </summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelCustomizationJobSummary.html">ModelCustomizationJobSummary</see>.
/// Times are local (<see cref="DateTimeKind.Local"/>), so that they compare rightly with <c>Get-Date</c>.
/// </remarks>
public class CustomizationJob : IFormattable
{
    /// <summary>The job's name.</summary>
    public string JobName { get; internal set; } = string.Empty;

    /// <summary>
    /// <c>InProgress</c>, <c>Completed</c>, <c>Failed</c>, <c>Stopping</c> or <c>Stopped</c>; a status that the service
    /// adds later is shown as it comes.
    /// </summary>
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The status of the job's parts, where the service tells it.</summary>
    public CustomizationJobStatusDetails? StatusDetails { get; internal set; }

    /// <summary>How the model is customized, such as <c>FINE_TUNING</c>; null where the service does not tell.</summary>
    public string? CustomizationType { get; internal set; }

    /// <summary>The id of the model that is customized: the base model's ARN without what stands before it.</summary>
    public string BaseModelId => Arn.Parse(BaseModelArn).ResourceId;

    /// <summary>When the job was created.</summary>
    public DateTime CreationTime { get; internal set; }

    /// <summary>When the job last changed.</summary>
    public DateTime? LastModifiedTime { get; internal set; }

    /// <summary>When the job ended; null while it has not.</summary>
    public DateTime? EndTime { get; internal set; }

    /// <summary>
    /// From creation to the end, or to now for a job that goes on; null for one that has ended without the service
    /// telling when.
    /// </summary>
    public TimeSpan? Duration => JobDuration.Of(this, DateTime.UtcNow);

    /// <summary>
    /// The name of the model that came out. In a listing it is null before there is one.
    /// </summary>
    public string? CustomModelName { get; internal set; }

    /// <summary>The ARN of the model that came out; null before there is one.</summary>
    public string? CustomModelArn { get; internal set; }

    /// <summary>The ARN of the model that is customized.</summary>
    public string BaseModelArn { get; internal set; } = string.Empty;

    /// <summary>The job's ARN.</summary>
    public string JobArn { get; internal set; } = string.Empty;

    /// <summary>The AWS Region that the job runs in, from its ARN.</summary>
    public string Region => Arn.Parse(JobArn).Region;

    /// <summary>The 12-digit id of the AWS account that owns the job, from its ARN.</summary>
    public string AccountId => Arn.Parse(JobArn).AccountId;

    /// <summary>The profile with whose identity the job was read; null where none was named.</summary>
    public string? ProfileName { get; internal set; }

    /// <summary>The job's name.</summary>
    public override string ToString() => JobName;

    // By this the format file gets its cells. It stays explicit, so that no member is added to what users see.
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format == "G"
            ? ToString()
            : Cell(format!)
                ?? throw new FormatException(string.Format(CultureInfo.CurrentCulture, SR.UnknownCell, format));

    /// <summary>A cell of the views; null where there is none of that name.</summary>
    private protected virtual string? Cell(string name) => JobView.Cell(this, name);
}
