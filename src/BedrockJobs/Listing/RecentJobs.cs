namespace BedrockJobs.Listing;

/// <summary>
/// Detects jobs that a place returns again. Pages overlap if jobs are created during the listing and the service
/// counts pages from the newest job.
/// </summary>
/// <remarks>
/// Jobs are ordered by creation time, and a job beyond all previous ones is new, so nothing is looked up as long as the
/// order holds. Other jobs are looked up among the last jobs, which cover at least one page. Keeping all of them would
/// take memory for each job.
/// </remarks>
internal sealed class RecentJobs
{
    private const int Size = JobQuery.LargestPage;

    private readonly bool _isDescending;
    private Recent _latest = new();
    private Recent _earlier = new();
    private readonly HashSet<string>? _listedBefore;
    private DateTime _farthest;

    /// <param name="listedBefore">The ARNs of the last jobs before an error ended the listing; empty for none.</param>
    public RecentJobs(bool isDescending, IReadOnlyList<string> listedBefore)
    {
        _isDescending = isDescending;
        _listedBefore = listedBefore.Count == 0 ? null : new HashSet<string>(listedBefore, StringComparer.Ordinal);
        _farthest = isDescending ? DateTime.MaxValue : DateTime.MinValue;
    }

    /// <summary>Records the next job.</summary>
    /// <returns>Whether it's new.</returns>
    public bool Admit(CustomizationJob job)
    {
        if (_listedBefore?.Contains(job.JobArn) == true)
        {
            return false;
        }

        if (IsBeyond(job.CreationTimeUtc))
        {
            _farthest = job.CreationTimeUtc;
        }
        else if (_latest.Contains(job.JobArn) || _earlier.Contains(job.JobArn))
        {
            return false;
        }

        if (_latest.Count == Size)
        {
            _earlier = _latest;
            _latest = new Recent();
        }

        _latest.Add(job.JobArn);
        return true;
    }

    /// <summary>The ARNs of the last jobs, without the most recent of them.</summary>
    public IReadOnlyList<string> Except(int without)
    {
        var arns = new List<string>(_earlier.Count == 0 && _listedBefore is not null ? _listedBefore : []);
        arns.AddRange(_earlier.Arns);
        arns.AddRange(_latest.Arns);
        arns.RemoveRange(arns.Count - without, without);
        return arns;
    }

    private bool IsBeyond(DateTime time) => _isDescending ? time < _farthest : time > _farthest;

    /// <summary>ARNs, which are hashed only when a job is looked up.</summary>
    private sealed class Recent
    {
        private readonly List<string> _arns = [];
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private int _hashed;

        public int Count => _arns.Count;

        public IReadOnlyList<string> Arns => _arns;

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
