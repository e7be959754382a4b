namespace BedrockJobs.Listing;

/// <summary>
/// Merges the jobs of several targets by creation time. For the same creation time, the target that was specified first
/// comes first. A job that two targets return, because they use the same account, is returned once.
/// </summary>
internal sealed class JobMerge
{
    private readonly IReadOnlyList<JobSource> _sources;
    private readonly bool _isDescending;
    private readonly HashSet<string> _arnsOfLastTime = new(StringComparer.Ordinal);
    private DateTime _lastTime;

    public JobMerge(IReadOnlyList<JobSource> sources, bool isDescending)
    {
        _sources = sources;
        _isDescending = isDescending;
    }

    /// <summary>
    /// The target with the next job; null if no target has one ready. All targets must have a job ready, because any of
    /// them might have the next job.
    /// </summary>
    public JobSource? Next()
    {
        JobSource? next = null;
        for (var i = 0; i < _sources.Count; i++)
        {
            if (_sources[i].Head is { } head && (next is null || IsBefore(head, next.Head!)))
            {
                next = _sources[i];
            }
        }

        return next;
    }

    /// <summary>Records the next job.</summary>
    /// <returns>Whether no other target has returned it before.</returns>
    public bool Admit(CustomizationJob job)
    {
        if (_sources.Count == 1)
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
