using System;
using System.Collections.Generic;
using System.Linq;
using LocalBedrock.Jobs;

namespace LocalBedrock.Paging;

/// <summary>One page of a listing.</summary>
/// <param name="End">Where the next page goes on; null when this is the last.</param>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, PagePosition? End)
{
    /// <param name="sorted">By creation, then ARN.</param>
    /// <param name="start">Where the page before ended; null for the first.</param>
    public static JobPage Of(Job[] sorted, JobQuery query, PagePosition? start, DateTime now)
    {
        // Times and position bound a range that two binary searches find, so no page costs more for being a late one.
        int low = query.CreationTimeAfter is { } after ? FirstAt(sorted, j => j.CreationTime > after) : 0;
        int high = query.CreationTimeBefore is { } before ? FirstAt(sorted, j => j.CreationTime >= before) : sorted.Length;
        if (start is not null && query.Descending)
            high = Math.Min(high, FirstAt(sorted, j => Compare(j, start) >= 0));
        else if (start is not null)
            low = Math.Max(low, FirstAt(sorted, j => Compare(j, start) > 0));

        var page = new List<Job>(Math.Clamp(high - low, 0, query.MaxResults));
        int step = query.Descending ? -1 : 1;
        for (int i = query.Descending ? high - 1 : low; i >= low && i < high; i += step)
        {
            if (!Matches(sorted[i], query, now))
                continue;
            if (page.Count == query.MaxResults)
                return new JobPage(page, PagePosition.Of(page[^1]));
            page.Add(sorted[i]);
        }

        return new JobPage(page, null);
    }

    /// <summary>The position that lies some jobs of the listing before another; null for the beginning.</summary>
    public static PagePosition? Before(Job[] sorted, JobQuery query, PagePosition position, int jobs, DateTime now)
    {
        var listed = sorted.Where(j => Matches(j, query, now) && (query.Descending ? Compare(j, position) >= 0 : Compare(j, position) <= 0));
        return (query.Descending ? listed.Reverse() : listed).SkipLast(jobs).LastOrDefault() is { } last ? PagePosition.Of(last) : null;
    }

    private static int Compare(Job job, PagePosition position) =>
        Job.Compare(job.CreationTime, job.Arn, position.CreationTime, position.Arn);

    // AWS doesn't say whether nameContains minds case; that it does is an assumption.
    private static bool Matches(Job job, JobQuery query, DateTime now) =>
        (query.StatusEquals is null || job.StatusAt(now) == query.StatusEquals)
        && (query.NameContains is null || job.Name.Contains(query.NameContains, StringComparison.Ordinal));

    /// <summary>The index of the first job for which <paramref name="isPast"/> holds; it must hold for all behind it.</summary>
    private static int FirstAt(Job[] sorted, Predicate<Job> isPast)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (isPast(sorted[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
