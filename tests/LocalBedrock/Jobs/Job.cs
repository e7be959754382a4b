using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;

namespace LocalBedrock.Jobs;

/// <summary>One model-customization job.</summary>
internal sealed class Job(string arn, string name, DateTime creationTime, string baseModelArn, IJobCourse course)
{
    /// <summary>How long a job takes from Stopping to Stopped, by the service's clock.</summary>
    public static readonly TimeSpan StoppingTakes = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, JsonElement> NoDetails = [];

    private readonly Lock _gate = new();
    private volatile IJobCourse _course = course;

    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public DateTime CreationTime { get; } = creationTime;

    public string BaseModelArn { get; } = baseModelArn;

    public string? CustomizationType { get; init; }

    /// <summary>The name that the model gets, or would have got.</summary>
    public required string? ModelName { get; init; }

    /// <summary>The ARN that the model gets when the job completes.</summary>
    public required string? ModelArn { get; init; }

    /// <summary>Whether replies tell of the model even while there is none; only the admin API asks for that.</summary>
    public bool ShowsModelAlways { get; init; }

    /// <summary>
    /// The members that only GetModelCustomizationJob returns, as the job's creator gave them. What isn't here is made
    /// up from the job's name when it is asked for, which spares a million jobs the memory.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Details { get; init; } = NoDetails;

    public string StatusAt(DateTime now) => _course.StatusAt(now);

    public JobState At(DateTime now) => _course.At(now);

    /// <summary>Begins to stop the job. A job that is stopping already goes on doing so.</summary>
    /// <returns>False when the job isn't running.</returns>
    public bool TryStop(DateTime now)
    {
        lock (_gate)
        {
            string status = _course.StatusAt(now);
            if (status == JobStatus.InProgress)
            {
                DateTime at = IsoTime.ToMilliseconds(now);
                _course = StopCourse(_course, at, at + StoppingTakes);
            }

            return status is JobStatus.InProgress or JobStatus.Stopping;
        }
    }

    public static IJobCourse StopCourse(IJobCourse before, DateTime requested, DateTime stopped) =>
        new TurningPoint(new TurningPoint(before, requested, JobStatus.Stopping), stopped, JobStatus.Stopped);

    /// <summary>The order of listings: by creation, then by ARN, so that no two jobs compare equal.</summary>
    public static int Compare(DateTime creation, string arn, DateTime otherCreation, string otherArn)
    {
        int byTime = creation.CompareTo(otherCreation);
        return byTime != 0 ? byTime : string.CompareOrdinal(arn, otherArn);
    }
}
