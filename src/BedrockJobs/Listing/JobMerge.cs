namespace BedrockJobs.Listing;

/// <summary>
/// Merges the jobs of several places by creation time. For the same creation time, the place that was specified first
/// comes first. A job that two places return, because they use the same account, is returned once.
/// </summary>
internal sealed class JobMerge
{
    private readonly IReadOnlyList<PlaceListing> _listings;
    private readonly bool _isDescending;
    private readonly HashSet<string> _arnsOfLastTime = new(StringComparer.Ordinal);
    private DateTime _lastTime;

    public JobMerge(IReadOnlyList<PlaceListing> listings, bool isDescending)
    {
        _listings = listings;
        _isDescending = isDescending;
    }

    /// <summary>The place with the next job; null if no place has one ready.</summary>
    public PlaceListing? Next()
    {
        PlaceListing? next = null;
        for (var i = 0; i < _listings.Count; i++)
        {
            if (_listings[i].Head is { } head && (next is null || IsBefore(head, next.Head!)))
            {
                next = _listings[i];
            }
        }

        return next;
    }

    /// <summary>Records the next job.</summary>
    /// <returns>Whether no other place has returned it before.</returns>
    public bool Admit(CustomizationJob job)
    {
        if (_listings.Count == 1)
        {
            return true;
        }

        if (job.CreationTimeUtc != _lastTime)
        {
            _lastTime = job.CreationTimeUtc;
            _arnsOfLastTime.Clear();
        }

        return _arnsOfLastTime.Add(job.JobArn);
    }

    private bool IsBefore(CustomizationJob job, CustomizationJob other)
    {
        var comparison = job.CreationTimeUtc.CompareTo(other.CreationTimeUtc);
        return _isDescending ? comparison > 0 : comparison < 0;
    }
}
