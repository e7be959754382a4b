using System;

namespace BedrockJobs;

/// <summary>How long a job or a part of it has taken, or takes until now.</summary>
internal static class JobDuration
{
    /// <summary>From a job's creation to its end, or to now; null where the end is unknown.</summary>
    public static TimeSpan? Of(CustomizationJob job, DateTime utcNow) => Between(
        job.CreationTime, job.EndTime ?? (JobStatus.IsEnded(job.Status) ? job.LastModifiedTime : utcNow));

    /// <summary>From the start of a part to its end, or to now; null where it has not started or the end is unknown.</summary>
    public static TimeSpan? Of(CustomizationJobSubtask part, CustomizationJob job, DateTime utcNow)
    {
        if (part.CreationTime is not { } start || part.Status == JobStatus.NotStarted)
        {
            return null;
        }

        // Whatever the service says of a part, it does not go on once the job has ended.
        var isEnded = JobStatus.IsEnded(job.Status) || JobStatus.IsEnded(part.Status ?? string.Empty);
        return Between(start, isEnded ? part.LastModifiedTime : utcNow);
    }

    private static TimeSpan? Between(DateTime start, DateTime? end)
    {
        if (end is null)
        {
            return null;
        }

        // Local clock readings on both sides of a daylight-saving change do not subtract to the time between them.
        var duration = end.Value.ToUniversalTime() - start.ToUniversalTime();

        // A clock that runs behind the service's must not show a job that takes less than no time.
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }
}
