using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace BedrockJobs.Listing;

/// <summary>
/// The jobs that a query asks for, from all its targets, in one order. It reads no further than its reader does, but for
/// at most one page of each target that is on its way while the reader is at the one before.
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

    /// <param name="sources">The targets, in the order in which they were named; disposed with this.</param>
    /// <param name="query">What is asked of all of them.</param>
    /// <param name="readsToEnd">Whether to go on to the end when there is enough, to know the exact total.</param>
    /// <param name="throttleLimit">How many requests may run at a time.</param>
    /// <param name="host">Who reads.</param>
    /// <param name="stopping">Ends all requests.</param>
    /// <param name="isResumed">Whether it goes on where an error ended it.</param>
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

    /// <summary>How many jobs were met that match, those passed over by <c>-Skip</c> included.</summary>
    public ulong MatchCount { get; private set; }

    /// <summary>How many jobs the service sent.</summary>
    public ulong ReadCount => (ulong)_sources.Sum(source => (long)source.Listing.ReadCount);

    /// <summary>
    /// Whether a failure has ended it for all targets. Which jobs -Skip and -First leave is decided by the order of all, and
    /// nobody knows where those stand that did not come.
    /// </summary>
    public bool HasEnded => _hasEnded;

    /// <summary>Whether more than one Region is asked.</summary>
    public bool HasSeveralRegions => AreSeveral(_sources.Select(source => source.Query.Region));

    /// <summary>
    /// Whether the jobs are of more than one account. It is known once the first was read, since by then each target has
    /// shown a job if it has any.
    /// </summary>
    public bool HasSeveralAccounts => _hasSeveralAccounts ?? false;

    /// <summary>The exact names that no job of any target bears, as far as the listings have shown it.</summary>
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

    /// <summary>Takes note of how long the pipeline took to consume the job that was read last.</summary>
    /// <param name="ticks">In ticks of <see cref="System.Diagnostics.Stopwatch"/>.</param>
    public void NoteConsumption(long ticks) => NoteConsumption(_current!, ticks);

    /// <summary>What of a target's query is not done: from its next page on, with what is left of -Skip and -First.</summary>
    public JobQuery Remainder(JobSource source) =>
        source.Listing.Remainder(source.Count, _window.Skip, _window.First);

    /// <summary>Ends what is on its way.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var source in _sources)
        {
            source.Dispose();
        }

        // Neither the source of the token nor the semaphore is disposed: a request that is being ended may still hold
        // them, and neither has anything to release.
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

    // All are asked before any is waited for.
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
            // The page before was empty, but for a token.
            Start(source);
        }

        _host.WaitFor(source.Fetch!);
        try
        {
            _host.OnPage(source, source.Receive());
        }
        catch (BedrockRequestException exception)
        {
            // A target of which nothing has come is left out, as if it had not been named; but not of what it goes on with.
            _hasEnded = _sources.Count > 1
                && (_isResumed || source.Listing.PageCount > 0)
                && _window.IsLimited
                && !_window.IsComplete;
            _host.OnFailure(source, exception);
        }
    }

    // All that is still wanted might be this target's.
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
