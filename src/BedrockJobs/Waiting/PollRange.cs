namespace BedrockJobs.Waiting;

/// <summary>
/// The range of creation times that a poll lists: it includes all jobs that are waited for, and as few others as
/// possible.
/// </summary>
internal static class PollRange
{
    /// <summary>The bounds are exclusive, and times might be rounded in transit.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <returns>The bounds in UTC; null for none, if the creation time of a job isn't known yet.</returns>
    public static (DateTime? After, DateTime? Before) Of(IEnumerable<WaitedJob> jobs)
    {
        DateTime? oldest = null, newest = null;
        foreach (var job in jobs)
        {
            if (job.Latest is not { } known)
            {
                return (null, null);
            }

            var created = known.CreationTimeUtc;
            oldest = oldest < created ? oldest : created;
            newest = newest > created ? newest : created;
        }

        return (oldest - Margin, newest + Margin);
    }
}
