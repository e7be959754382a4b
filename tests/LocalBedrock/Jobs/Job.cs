using System.Text.Json;

namespace LocalBedrock.Jobs;

/// <summary>One model-customization job.</summary>
internal sealed class Job(string arn, string name, DateTime creationTime, string baseModelArn, IJobCourse course)
{
    /// <summary>The time that a job takes from Stopping to Stopped, by the clock of the service.</summary>
    public static readonly TimeSpan StoppingTakes = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, JsonElement> NoDetails = [];

    private readonly Lock _gate = new();
    private volatile IJobCourse _course = course;

    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public DateTime CreationTime { get; } = creationTime;

    public string BaseModelArn { get; } = baseModelArn;

    public string? CustomizationType { get; init; }

    /// <summary>The name of the model that the job makes, or would have made.</summary>
    public required string? ModelName { get; init; }

    /// <summary>The ARN of the model when the job completes.</summary>
    public required string? ModelArn { get; init; }

    /// <summary>Whether responses contain the model before it exists. Only the admin API sets this.</summary>
    public bool ShowsModelAlways { get; init; }

    /// <summary>
    /// The members that only GetModelCustomizationJob returns, as they were specified. Missing ones are
    /// generated from the name of the job when requested, which saves memory for a million jobs.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Details { get; init; } = NoDetails;

    public string StatusAt(DateTime now) => _course.StatusAt(now);

    public JobState At(DateTime now) => _course.At(now);

    /// <summary>Starts to stop the job. A job that is already stopping continues to do so.</summary>
    /// <returns>False if the job isn't running.</returns>
    public bool TryStop(DateTime now)
    {
        lock (_gate)
        {
            var status = _course.StatusAt(now);
            if (status == JobStatus.InProgress)
            {
                var at = IsoTime.ToMilliseconds(now);
                _course = StopCourse(_course, at, at + StoppingTakes);
            }

            return status is JobStatus.InProgress or JobStatus.Stopping;
        }
    }

    public static IJobCourse StopCourse(IJobCourse before, DateTime requested, DateTime stopped) =>
        new TurningPoint(new TurningPoint(before, requested, JobStatus.Stopping), stopped, JobStatus.Stopped);

    /// <summary>The order of listings: by creation time, then by ARN, so that no two jobs compare as equal.</summary>
    public static int Compare(DateTime creation, string arn, DateTime otherCreation, string otherArn)
    {
        var byTime = creation.CompareTo(otherCreation);
        return byTime != 0 ? byTime : string.CompareOrdinal(arn, otherArn);
    }
}
