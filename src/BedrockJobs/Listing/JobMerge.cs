using System;
using System.Collections.Generic;

namespace BedrockJobs.Listing;

/// <summary>
/// The jobs of several targets in one order by creation time. Of jobs created at the same time, those of the target
/// that was named first come first. A job that two targets show, being the same account's, comes once.
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
    /// The target whose job comes next; null where none has one at hand. No target may be missing, as its job might be
    /// the next.
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

    /// <summary>Takes note of the next job.</summary>
    /// <returns>Whether it has not come before, from another target.</returns>
    public bool Admit(CustomizationJob job)
    {
        if (_sources.Count == 1)
        {
            return true;
        }

        if (job.CreationTime != _lastTime)
        {
            _lastTime = job.CreationTime;
            _arnsOfLastTime.Clear();
        }

        return _arnsOfLastTime.Add(job.JobArn);
    }

    private bool IsBefore(CustomizationJob job, CustomizationJob other)
    {
        // Clock readings of the same moment may differ where daylight saving ends.
        var comparison = job.CreationTime.ToUniversalTime().CompareTo(other.CreationTime.ToUniversalTime());
        return _isDescending ? comparison > 0 : comparison < 0;
    }
}
