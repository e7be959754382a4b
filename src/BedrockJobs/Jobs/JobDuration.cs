namespace BedrockJobs;

/// <summary>Calculates how long a job or one of its parts has taken so far.</summary>
internal static class JobDuration
{
    /// <summary>The time from the creation of a job to its end, or to now; null if the end is unknown.</summary>
    public static TimeSpan? Of(CustomizationJob job, DateTime utcNow) => Between(
        job.CreationTimeUtc, job.EndTimeUtc ?? (JobStatus.IsEnded(job.Status) ? job.LastModifiedTimeUtc : utcNow));

    /// <summary>
    /// The time from the start of a part to its end, or to now; null if it hasn't started or the end is unknown.
    /// </summary>
    public static TimeSpan? Of(CustomizationJobSubtask part, CustomizationJob job, DateTime utcNow)
    {
        if (part.CreationTimeUtc is not { } start || part.Status == JobStatus.NotStarted)
        {
            return null;
        }

        // A part isn't running anymore when the job has ended, whatever the service returns for the part.
        var isEnded = JobStatus.IsEnded(job.Status) || JobStatus.IsEnded(part.Status ?? string.Empty);
        return Between(start, isEnded ? part.LastModifiedTimeUtc : utcNow);
    }

    private static TimeSpan? Between(DateTime start, DateTime? end)
    {
        if (end is null)
        {
            return null;
        }

        var duration = end.Value - start;

        // If the local clock is behind the clock of the service, the duration must not be negative.
        return duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
    }
}
