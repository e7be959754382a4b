using System;

namespace BedrockJobs;

/// <summary>How long a job has taken, or takes until now.</summary>
internal static class JobDuration
{
    public static TimeSpan? Of(CustomizationJob job, DateTime utcNow)
    {
        DateTime? end = job.EndTime ?? (JobStatus.IsEnded(job.Status) ? job.LastModifiedTime : utcNow);
        if (end is null)
        {
            return null;
        }

        // Local clock readings on both sides of a daylight-saving change do not subtract to the time between them.
        var duration = end.Value.ToUniversalTime() - job.CreationTime.ToUniversalTime();

        // A clock that runs behind the service's must not show a job that takes less than no time.
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }
}
