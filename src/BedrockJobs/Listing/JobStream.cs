namespace BedrockJobs.Listing;

/// <summary>
/// The jobs of a query from all targets in one order. It reads no further than its reader, except for at most one page
/// of each target that is fetched while the reader processes the previous page.
/// </summary>
internal sealed class JobStream : IDisposable
{
    private readonly IReadOnlyList<JobSource> _sources;
    private readonly JobMerge _merge;
    private readonly ResultWindow _window;
    private readonly bool _readsToEnd;
    private readonly bool _isResumed;
    private readonly IJobStreamHost _host;
    private readonly SemaphoreSlim _throttle;
    private readonly CancellationTokenSource _stopping;
    private JobSource? _current;
    private bool? _hasSeveralAccounts;
    private bool _hasEnded;

    /// <param name="sources">
    /// The targets in the order in which they were specified. They are disposed with this object.
    /// </param>
    /// <param name="query">The query for all targets.</param>
    /// <param name="readsToEnd">
    /// Whether to read to the end even if enough jobs were found, to get the exact total.
    /// </param>
    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    /// <param name="host">The reader.</param>
    /// <param name="stopping">Cancels all requests.</param>
    /// <param name="isResumed">Whether the listing continues where an error ended it.</param>
    public JobStream(
        IReadOnlyList<JobSource> sources,
        JobQuery query,
        bool readsToEnd,
        int throttleLimit,
        IJobStreamHost host,
        CancellationToken stopping,
        bool isResumed = false)
    {
        _isResumed = isResumed;
        _sources = sources;
        _merge = new JobMerge(sources, query.IsDescending);
        _window = new ResultWindow(query.Skip, query.First);
        _readsToEnd = readsToEnd;
        _host = host;
        _throttle = new SemaphoreSlim(throttleLimit);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    /// <summary>The number of matching jobs so far, including those that <c>-Skip</c> skips.</summary>
    public ulong MatchCount { get; private set; }

    /// <summary>The number of jobs that the service returned.</summary>
    public ulong ReadCount => (ulong)_sources.Sum(source => (long)source.Listing.ReadCount);

    /// <summary>
    /// Whether a failure has ended the listing for all targets. The order of all jobs decides which jobs -Skip and
    /// -First select, and the position of the missing jobs is unknown.
    /// </summary>
    public bool HasEnded => _hasEnded;

    /// <summary>Whether there is more than one Region.</summary>
    public bool HasSeveralRegions => AreSeveral(_sources.Select(source => source.Query.Region));

    /// <summary>
    /// Whether the jobs belong to more than one account. This is known after the first job, because by then each target
    /// has returned a job if it has any.
    /// </summary>
    public bool HasSeveralAccounts => _hasSeveralAccounts ?? false;

    /// <summary>The exact names that no job of any target has, as far as the listings show.</summary>
    public IEnumerable<string> NamesNotFound => _sources.Count == 0
        ? []
        : _sources.Select(source => source.Listing.NamesNotFound).Aggregate((names, others) => names.Intersect(others));

    /// <summary>Reads the next job.</summary>
    /// <returns>Null at the end.</returns>
    public CustomizationJob? Next()
    {
        while (_readsToEnd || !_window.IsComplete)
        {
            FetchMissing();
            if (_hasEnded)
            {
                return null;
            }

            _hasSeveralAccounts ??= AreSeveral(_sources.Select(source => source.Head?.AccountId));
            if (_merge.Next() is not { } source)
            {
                return null;
            }

            var job = source.Head!;
            source.Advance();
            if (_merge.Admit(job))
            {
                MatchCount++;
                if (_window.Admit())
                {
                    _current = source;
                    return job;
                }
            }

            NoteConsumption(source, ticks: 0);
        }

        return null;
    }

    /// <summary>Records how long the pipeline took to process the last job.</summary>
    /// <param name="ticks">In ticks of <see cref="System.Diagnostics.Stopwatch"/>.</param>
    public void NoteConsumption(long ticks) => NoteConsumption(_current!, ticks);

    /// <summary>The rest of a target's query: from its next page, with the remaining -Skip and -First.</summary>
    public JobQuery Remainder(JobSource source) =>
        source.Listing.Remainder(source.Count, _window.Skip, _window.First);

    /// <summary>Cancels pending requests.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var source in _sources)
        {
            source.Dispose();
        }

        // The token source and the semaphore aren't disposed: a request that is being canceled might still use them,
        // and they hold no resources to release.
    }

    private static bool AreSeveral(IEnumerable<string?> values) =>
        values.Where(value => value is not null).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private void NoteConsumption(JobSource source, long ticks)
    {
        source.NoteConsumption(ticks);
        if (source.IsReadAheadDue && Wanted(source) > 0)
        {
            Start(source);
        }
    }

    // Starts all requests before waiting for any of them.
    private void FetchMissing()
    {
        for (var i = 0; i < _sources.Count; i++)
        {
            if (_sources[i].IsMissing && _sources[i].Fetch is null)
            {
                Start(_sources[i]);
            }
        }

        for (var i = 0; i < _sources.Count; i++)
        {
            while (!_hasEnded && _sources[i].IsMissing)
            {
                Receive(_sources[i]);
            }
        }
    }

    private void Start(JobSource source) =>
        _host.OnRequest(source, source.StartFetch(Wanted(source), _throttle, _stopping.Token));

    private void Receive(JobSource source)
    {
        if (source.Fetch is null)
        {
            // The previous page contained only a token.
            Start(source);
        }

        _host.WaitFor(source.Fetch!);
        try
        {
            _host.OnPage(source, source.Receive());
        }
        catch (BedrockRequestException exception)
        {
            // A target that has returned nothing is left out, as if it hadn't been specified. A resumed target isn't
            // left out.
            _hasEnded = _sources.Count > 1
                && (_isResumed || source.Listing.PageCount > 0)
                && _window.IsLimited
                && !_window.IsComplete;
            _host.OnFailure(source, exception);
        }
    }

    // All remaining jobs might come from this target.
    private ulong Wanted(JobSource source)
    {
        if (_readsToEnd)
        {
            return ulong.MaxValue;
        }

        var wanted = _window.Wanted;
        var atHand = (ulong)source.Count;
        return wanted == ulong.MaxValue ? wanted : wanted > atHand ? wanted - atHand : 0;
    }
}
