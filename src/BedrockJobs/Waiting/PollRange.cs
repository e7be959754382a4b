using System;
using System.Collections.Generic;

namespace BedrockJobs.Waiting;

/// <summary>The creation times between which a poll lists jobs: those waited for, and as few others as possible.</summary>
internal static class PollRange
{
    /// <summary>The bounds exclude their own moment, and a time may have been rounded on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <returns>The bounds in UTC; null for none, where it is not known yet when some job was created.</returns>
    public static (DateTime? After, DateTime? Before) Of(IEnumerable<WaitedJob> jobs)
    {
        DateTime? oldest = null, newest = null;
        foreach (var job in jobs)
        {
            if (job.Latest is not { } known)
            {
                return (null, null);
            }

            var created = known.CreationTime.ToUniversalTime();
            oldest = oldest < created ? oldest : created;
            newest = newest > created ? newest : created;
        }

        return (oldest - Margin, newest + Margin);
    }
}
