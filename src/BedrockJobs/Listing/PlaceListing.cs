using System.Collections.Concurrent;

namespace BedrockJobs.Listing;

/// <summary>
/// The jobs of one place in order, page by page. It holds the current page, and at most one page is being fetched.
/// </summary>
internal sealed class PlaceListing
{
    private readonly CommandRun _run;
    private readonly ConcurrentQueue<PagePause> _newPauses = new();
    private readonly ReadAhead _readAhead = new();
    private List<CustomizationJob> _page = [];
    private PageCursor? _pages;
    private PagePause? _pause;
    private int _next;

    public PlaceListing(CommandRun run, Place place, JobQuery query)
    {
        _run = run;
        Place = place;
        Query = query;
    }

    public Place Place { get; }

    /// <summary>The query for this place.</summary>
    public JobQuery Query { get; private set; }

    /// <summary>The pages; only after <see cref="Begin"/>.</summary>
    public PageCursor Pages => _pages!;

    /// <summary>Whether it has failed. It returns no more jobs.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether its error was written. The error contains the rest of the query.</summary>
    public bool IsReported { get; set; }

    /// <summary>The page that is being fetched; null for none.</summary>
    public Task<TimedReply<JobPage>>? Fetch { get; private set; }

    /// <summary>The pause that the fetch is in; null if it waits for a response.</summary>
    public PagePause? Pause => Volatile.Read(ref _pause);

    /// <summary>The next job; null if none is ready.</summary>
    public CustomizationJob? Head => _next < _page.Count ? _page[_next] : null;

    /// <summary>The number of jobs that are ready.</summary>
    public int Count => _page.Count - _next;

    /// <summary>Whether no job is ready but more might follow.</summary>
    public bool IsMissing => Count == 0 && (Fetch is not null || CanFetch);

    /// <summary>Whether the next page should be fetched now, although the current page isn't finished.</summary>
    public bool IsReadAheadDue => CanFetch && _readAhead.IsDue;

    private bool CanFetch => Fetch is null && !HasFailed && Pages.HasMore;

    /// <summary>Starts the listing after the connection was made.</summary>
    public void Begin()
    {
        Query = Query.Of(Place.Region, Place.Settings.ProfileName);
        _pages = new PageCursor(Place.Name, Query);
    }

    /// <summary>The rest of the query; null if all jobs were read.</summary>
    public JobQuery? Rest(ResultWindow window) =>
        _pages is null ? Query
        : Count == 0 && !Pages.HasMore ? null
        : Pages.Remainder(Count, window.Skip, window.First);

    /// <summary>Starts to fetch the next page.</summary>
    /// <param name="wanted">The number of jobs wanted in addition to those that are ready.</param>
    public void StartFetch(ulong wanted, CancellationToken stopping)
    {
        var request = Pages.NextRequest(wanted);
        _run.Pipeline.WriteDebug(SR.DebugRequest.With(
            Operation.ListJobs, Place.Name, Pages.PageCount + 1, Place.Endpoint, request.ToRequestText()));
        Fetch = FetchAsync(request, stopping);
    }

    /// <summary>Accepts the fetched page and replaces the finished one.</summary>
    /// <exception cref="BedrockRequestException">The request failed. This place returns no more jobs.</exception>
    public TimedReply<JobPage> Receive()
    {
        var fetch = Fetch!;
        Fetch = null;
        try
        {
            var reply = fetch.GetAwaiter().GetResult();
            _page = Pages.Accept(reply.Value);
            _next = 0;
            _readAhead.Begin(_page.Count, reply.Elapsed);
            return reply;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            HasFailed = true;
            throw exception as BedrockRequestException ?? UnexpectedFailure.From(exception, Operation.List(Place.Name));
        }
    }

    /// <summary>The pauses since the last call. It can be called during a fetch.</summary>
    public IEnumerable<PagePause> TakePauses()
    {
        while (_newPauses.TryDequeue(out var pause))
        {
            yield return pause;
        }
    }

    /// <summary>Moves to the next job.</summary>
    public void Advance() => _next++;

    /// <summary>Records how long the pipeline took to process a job.</summary>
    public void RecordConsumption(TimeSpan elapsed) => _readAhead.Consume(elapsed);

    private async Task<TimedReply<JobPage>> FetchAsync(JobQuery request, CancellationToken stopping)
    {
        Pages.ThrowIfEndless(request);
        if (Pages.PageCount == 0)
        {
            return await SendAsync(request, stopping).ConfigureAwait(false);
        }

        using var patience = new CancellationTokenSource(PageRetryPolicy.Patience, _run.Time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        BedrockRequestException? last = null;
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await SendAsync(request, limited.Token).ConfigureAwait(false);
                }
                catch (BedrockRequestException failure) when (PageRetryPolicy.PauseAfter(failure, attempt) is { } length)
                {
                    last = failure;
                    var pause = new PagePause(failure, length, Pages.PageCount + 1);
                    _newPauses.Enqueue(pause);
                    Volatile.Write(ref _pause, pause);
                    await Task.Delay(length, _run.Time, limited.Token).ConfigureAwait(false);
                    Volatile.Write(ref _pause, null);
                }
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            throw last ?? new BedrockRequestException(BedrockErrorId.RequestTimedOut, Operation.List(Place.Name), detail: null);
        }
    }

    private Task<TimedReply<JobPage>> SendAsync(JobQuery request, CancellationToken stopping) =>
        _run.SendAsync(Place, Operation.List, (service, token) => service.ListJobsAsync(request, token), stopping);
}

/// <summary>A pause before a page is requested again.</summary>
/// <param name="Failure">Why the page couldn't be fetched.</param>
/// <param name="Page">The page number, starting at 1.</param>
internal sealed record PagePause(BedrockRequestException Failure, TimeSpan Length, int Page);
