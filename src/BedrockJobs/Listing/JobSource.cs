using System.Collections.Concurrent;

namespace BedrockJobs.Listing;

/// <summary>
/// The jobs of one target in order, page by page. It holds the current page, and at most one page is being fetched.
/// </summary>
internal sealed class JobSource : IDisposable
{
    private readonly IBedrockService _service;
    private readonly Func<TimeSpan, CancellationToken, Task> _delay;
    private readonly ConcurrentQueue<FetchPause> _untoldPauses = new();
    private readonly ReadAhead _readAhead = new();
    private List<CustomizationJob> _page = [];
    private int _next;
    private bool _hasFailed;
    private FetchPause? _pause;

    /// <param name="service">The connection to the target. It's disposed with this object.</param>
    /// <param name="query">The query for this target.</param>
    /// <param name="delay">Waits for a time span. The default is a timer.</param>
    public JobSource(IBedrockService service, JobQuery query, Func<TimeSpan, CancellationToken, Task>? delay = null)
    {
        _service = service;
        _delay = delay ?? Task.Delay;
        Query = query;
        Listing = new JobListing(service, query);
    }

    /// <summary>The query for this target.</summary>
    public JobQuery Query { get; }

    public JobListing Listing { get; }

    /// <summary>The name of the target in messages.</summary>
    public string Name => _service.Name;

    public string Endpoint => _service.Endpoint;

    /// <summary>The page that is being fetched; null for none.</summary>
    public Task<FetchedPage>? Fetch { get; private set; }

    /// <summary>The pause that the fetch is in; null if it waits for a response.</summary>
    public FetchPause? Pause => Volatile.Read(ref _pause);

    /// <summary>The next job; null if none is ready.</summary>
    public CustomizationJob? Head => _next < _page.Count ? _page[_next] : null;

    /// <summary>The number of jobs that are ready.</summary>
    public int Count => _page.Count - _next;

    /// <summary>Whether no job is ready but more might follow.</summary>
    public bool IsMissing => Count == 0 && (Fetch is not null || CanFetch);

    /// <summary>Whether the next page should be fetched now, although the current page isn't finished.</summary>
    public bool IsReadAheadDue => CanFetch && _readAhead.IsDue;

    /// <summary>Whether all jobs were read.</summary>
    public bool IsAtEnd => Count == 0 && !Listing.HasMore;

    private bool CanFetch => Fetch is null && !_hasFailed && Listing.HasMore;

    /// <summary>Starts to fetch the next page.</summary>
    /// <param name="wanted">The number of jobs wanted in addition to those that are ready.</param>
    /// <param name="throttle">Limits the concurrent requests of all targets.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The request.</returns>
    public JobQuery StartFetch(ulong wanted, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        var request = Listing.NextRequest(wanted);

        // Runs off the pipeline thread from the start: the SDK does much work before its first await, and the first
        // time it must be loaded and compiled.
        Fetch = Task.Run(() => FetchAsync(request, throttle, cancellationToken), cancellationToken);
        return request;
    }

    /// <summary>Accepts the fetched page and replaces the finished one.</summary>
    /// <exception cref="BedrockRequestException">The request failed. This target returns no more jobs.</exception>
    public FetchedPage Receive()
    {
        var fetch = Fetch!;
        Fetch = null;
        try
        {
            var fetched = fetch.GetAwaiter().GetResult();
            _page = Listing.Accept(fetched.Page);
            _next = 0;
            _readAhead.Begin(_page.Count, fetched.Elapsed);
            return fetched;
        }
        catch (BedrockRequestException)
        {
            _hasFailed = true;
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _hasFailed = true;
            throw UnexpectedFailure.Of(exception, Operation.List(Name));
        }
    }

    /// <summary>The pauses that haven't been reported yet. It can be called during a fetch.</summary>
    public IEnumerable<FetchPause> TakePauses()
    {
        while (_untoldPauses.TryDequeue(out var pause))
        {
            yield return pause;
        }
    }

    /// <summary>Moves to the next job.</summary>
    public void Advance() => _next++;

    /// <summary>Records how long the pipeline took to process a job.</summary>
    /// <param name="ticks">In ticks of <see cref="Stopwatch"/>.</param>
    public void NoteConsumption(long ticks) => _readAhead.Consume(ticks);

    public void Dispose() => _service.Dispose();

    private async Task<FetchedPage> FetchAsync(
        JobQuery request, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        Listing.RequireNewPage(request);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await FetchOnceAsync(request, throttle, cancellationToken).ConfigureAwait(false);
            }
            catch (BedrockRequestException failure)
                when (Listing.PageCount > 0 && OutagePatience.PauseAfter(failure, attempt) is { } length)
            {
                var pause = new FetchPause(failure, length, Listing.PageCount + 1);
                _untoldPauses.Enqueue(pause);
                Volatile.Write(ref _pause, pause);
                await _delay(length, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _pause, null);
            }
        }
    }

    private async Task<FetchedPage> FetchOnceAsync(
        JobQuery request, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        await throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var watch = Stopwatch.StartNew();
            var page = await _service.ListJobsAsync(request, cancellationToken).ConfigureAwait(false);
            return new FetchedPage(page, watch.Elapsed);
        }
        finally
        {
            throttle.Release();
        }
    }
}
