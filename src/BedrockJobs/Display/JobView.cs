namespace BedrockJobs.Display;

/// <summary>
/// The cells in BedrockJobs.Format.ps1xml. The format file gets each cell by name from the job, as in <c>'{0:Status}'
/// -f $_</c>. This works in ConstrainedLanguage mode, in which a format file can't call the module's methods.
/// </summary>
internal static class JobView
{
    private const string Escape = "\u001B[";
    private const string Reset = Escape + "0m";
    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    // PowerShell removes the colors if NO_COLOR or $PSStyle.OutputRendering says so, or if the output is redirected.
    private static readonly Dictionary<string, string> StatusColours = new(StringComparer.OrdinalIgnoreCase)
    {
        [JobStatus.InProgress] = Escape + "36m",
        [JobStatus.Completed] = Escape + "32m",
        [JobStatus.Failed] = Escape + "31m",
        [JobStatus.Stopping] = Escape + "33m",
        [JobStatus.Stopped] = Escape + "33m",
    };

    /// <summary>Returns a cell of a job, safe to print.</summary>
    /// <param name="job">The job.</param>
    /// <param name="name">The name of a text property, or the label of a table column.</param>
    /// <returns>Null if there is no cell with that name.</returns>
    public static string? Cell(CustomizationJob job, string name) => name switch
    {
        nameof(CustomizationJob.JobName) => PrintableText.From(job.JobName),
        nameof(CustomizationJob.Status) => Status(job.Status),
        nameof(CustomizationJob.StatusDetails) => PrintableText.From(job.StatusDetails?.ToString()),
        nameof(CustomizationJob.CustomizationType) => PrintableText.From(job.CustomizationType),
        nameof(CustomizationJob.BaseModelId) => PrintableText.From(job.BaseModelId),
        nameof(CustomizationJob.CustomModelName) => PrintableText.From(job.CustomModelName),
        nameof(CustomizationJob.CustomModelArn) => PrintableText.From(job.CustomModelArn),
        nameof(CustomizationJob.BaseModelArn) => PrintableText.From(job.BaseModelArn),
        nameof(CustomizationJob.JobArn) => PrintableText.From(job.JobArn),
        nameof(CustomizationJob.Region) => PrintableText.From(job.Region),
        nameof(CustomizationJob.AccountId) => PrintableText.From(job.AccountId),
        nameof(CustomizationJob.ProfileName) => PrintableText.From(job.ProfileName),
        nameof(CustomizationJob.Duration) => Duration(job.Duration),
        "Created" => Time(job.CreationTime),
        "Type" => PrintableText.From(CustomizationTypeName.Of(job.CustomizationType)),
        "BaseModel" => PrintableText.From(BaseModelName.Of(job.BaseModelId)),
        "Validation" => Part(job, job.StatusDetails?.ValidationDetails),
        "DataProcessing" => Part(job, job.StatusDetails?.DataProcessingDetails),
        "Training" => Part(job, job.StatusDetails?.TrainingDetails),
        _ => null,
    };

    /// <summary>Returns a status in its color.</summary>
    public static string Status(string? status)
    {
        var text = PrintableText.From(status);
        return StatusColours.TryGetValue(text, out var colour) ? colour + text + Reset : text;
    }

    /// <summary>Returns a time to the minute, in a sortable format.</summary>
    public static string Time(DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Returns a duration in its two largest units, such as <c>3h 12m</c>; empty for null.</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => string.Empty,
        { TotalMinutes: < 1 } value => $"{value.Seconds}s",
        { TotalHours: < 1 } value => $"{value.Minutes}m {value.Seconds}s",
        { TotalDays: < 1 } value => $"{value.Hours}h {value.Minutes}m",
        { TotalDays: < 1000 } value => $"{value.Days}d {value.Hours}h",
        { } value => $"{value.Days}d",
    };

    private static string Part(CustomizationJob job, CustomizationJobSubtask? part)
    {
        if (part is null)
        {
            return string.Empty;
        }

        var duration = Duration(JobDuration.Of(part, job, DateTime.UtcNow));
        return duration.Length == 0 ? Status(part.Status) : Status(part.Status) + " " + duration;
    }
}
