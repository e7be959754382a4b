namespace LocalBedrock.Paging;

/// <summary>One page of a listing.</summary>
/// <param name="End">The position at which the next page starts; null for the last page.</param>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, PagePosition? End)
{
    /// <param name="sorted">The jobs by creation time, then by ARN.</param>
    /// <param name="start">The position at which the previous page ended; null for the first page.</param>
    public static JobPage Of(Job[] sorted, JobQuery query, PagePosition? start, DateTime now)
    {
        // Two binary searches find the range of the times and the position, so late pages cost no more than early ones.
        var low = query.CreationTimeAfter is { } after ? FirstAt(sorted, j => j.CreationTime > after) : 0;
        var high = query.CreationTimeBefore is { } before ? FirstAt(sorted, j => j.CreationTime >= before) : sorted.Length;
        if (start is not null && query.Descending)
        {
            high = Math.Min(high, FirstAt(sorted, j => Compare(j, start) >= 0));
        }
        else if (start is not null)
        {
            low = Math.Max(low, FirstAt(sorted, j => Compare(j, start) > 0));
        }

        var page = new List<Job>(Math.Clamp(high - low, 0, query.MaxResults));
        var step = query.Descending ? -1 : 1;
        for (var i = query.Descending ? high - 1 : low; i >= low && i < high; i += step)
        {
            if (!Matches(sorted[i], query, now))
            {
                continue;
            }

            if (page.Count == query.MaxResults)
            {
                return new JobPage(page, PagePosition.Of(page[^1]));
            }

            page.Add(sorted[i]);
        }

        return new JobPage(page, null);
    }

    /// <summary>The position a number of jobs before another position in the listing; null for the beginning.</summary>
    public static PagePosition? Before(Job[] sorted, JobQuery query, PagePosition position, int jobs, DateTime now)
    {
        var listed = sorted.Where(j => Matches(j, query, now) && (query.Descending ? Compare(j, position) >= 0 : Compare(j, position) <= 0));
        return (query.Descending ? listed.Reverse() : listed).SkipLast(jobs).LastOrDefault() is { } last ? PagePosition.Of(last) : null;
    }

    private static int Compare(Job job, PagePosition position) =>
        Job.Compare(job.CreationTime, job.Arn, position.CreationTime, position.Arn);

    // AWS doesn't document whether nameContains is case-sensitive. This assumes that it is.
    private static bool Matches(Job job, JobQuery query, DateTime now) =>
        (query.StatusEquals is null || job.StatusAt(now) == query.StatusEquals)
        && (query.NameContains is null || job.Name.Contains(query.NameContains, StringComparison.Ordinal));

    /// <summary>The index of the first job for which <paramref name="isPast"/> is true, as for all later jobs.</summary>
    private static int FirstAt(Job[] sorted, Predicate<Job> isPast)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (isPast(sorted[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
