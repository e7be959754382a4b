using System;
using System.Collections.Generic;

namespace BedrockJobs.Listing;

/// <summary>
/// Tells of a target's jobs, which come in order of their creation, the new ones from those that come again: pages overlap where
/// jobs are created while they are read and the service counts them from the first.
/// </summary>
/// <remarks>
/// A job that lies beyond all before it is new, so nothing is looked up as long as the order holds. Others are looked for
/// among at least the 10,000 jobs before, which bounds the memory that it takes.
/// </remarks>
internal sealed class RecentJobs
{
    private const int SetSize = 10_000;

    private readonly bool _isDescending;
    private Recent _latest = new();
    private Recent _earlier = new();
    private DateTime _farthest;

    /// <param name="isDescending">Whether the newest come first.</param>
    public RecentJobs(bool isDescending)
    {
        _isDescending = isDescending;
        _farthest = isDescending ? DateTime.MaxValue : DateTime.MinValue;
    }

    /// <summary>Takes note of the next job.</summary>
    /// <returns>Whether it has not come before.</returns>
    public bool Admit(CustomizationJob job)
    {
        if (IsBeyond(job.CreationTime))
        {
            _farthest = job.CreationTime;
        }
        else if (_latest.Contains(job.JobArn) || _earlier.Contains(job.JobArn))
        {
            return false;
        }

        if (_latest.Count == SetSize)
        {
            _earlier = _latest;
            _latest = new Recent();
        }

        _latest.Add(job.JobArn);
        return true;
    }

    private bool IsBeyond(DateTime time) => _isDescending ? time < _farthest : time > _farthest;

    /// <summary>ARNs, which are hashed only when one is looked for.</summary>
    private sealed class Recent
    {
        private readonly List<string> _arns = [];
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private int _hashed;

        public int Count => _arns.Count;

        public void Add(string arn) => _arns.Add(arn);

        public bool Contains(string arn)
        {
            for (; _hashed < _arns.Count; _hashed++)
            {
                _set.Add(_arns[_hashed]);
            }

            return _set.Contains(arn);
        }
    }
}
