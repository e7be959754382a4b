using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Listing;

/// <summary>
/// One target's jobs in order, a page at a time: the page at hand, and at most one on its way.
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

    /// <param name="service">The connection to the target; disposed with this.</param>
    /// <param name="query">What to list of it.</param>
    /// <param name="delay">Waits; by default by the clock.</param>
    public JobSource(IBedrockService service, JobQuery query, Func<TimeSpan, CancellationToken, Task>? delay = null)
    {
        _service = service;
        _delay = delay ?? Task.Delay;
        Query = query;
        Listing = new JobListing(service, query);
    }

    /// <summary>What this target is asked.</summary>
    public JobQuery Query { get; }

    public JobListing Listing { get; }

    /// <summary>How messages name the target.</summary>
    public string Name => _service.Name;

    public string Endpoint => _service.Endpoint;

    /// <summary>The page on its way; null for none.</summary>
    public Task<FetchedPage>? Fetch { get; private set; }

    /// <summary>What the page on its way waits for; null for a reply.</summary>
    public FetchPause? Pause => Volatile.Read(ref _pause);

    /// <summary>The next job; null where none is at hand.</summary>
    public CustomizationJob? Head => _next < _page.Count ? _page[_next] : null;

    /// <summary>How many jobs are at hand.</summary>
    public int Count => _page.Count - _next;

    /// <summary>Whether no job is at hand, but more may come.</summary>
    public bool IsMissing => Count == 0 && (Fetch is not null || CanFetch);

    /// <summary>Whether another page should be asked for now, though this one is not used up.</summary>
    public bool IsReadAheadDue => CanFetch && _readAhead.IsDue;

    /// <summary>Whether all of it was read.</summary>
    public bool IsAtEnd => Count == 0 && !Listing.HasMore;

    private bool CanFetch => Fetch is null && !_hasFailed && Listing.HasMore;

    /// <summary>Sets out to fetch the next page.</summary>
    /// <param name="wanted">How many jobs are wanted beside those at hand.</param>
    /// <param name="throttle">Lets so many requests of all targets run at a time.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>What is asked.</returns>
    public ListJobsRequest StartFetch(ulong wanted, SemaphoreSlim throttle, CancellationToken cancellationToken)
    {
        var request = Listing.NextRequest(wanted);

        // Off the pipeline thread from the start: the SDK does a good deal before it first awaits, and the first time
        // it has yet to be loaded and compiled.
        Fetch = Task.Run(() => FetchAsync(request, throttle, cancellationToken), cancellationToken);
        return request;
    }

    /// <summary>Takes the page that has come in place of the one that is used up.</summary>
    /// <exception cref="BedrockRequestException">The request failed; no more jobs come of this target.</exception>
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
            throw UnexpectedFailure.Of(exception, OperationSubject.Of(OperationName.ListJobs, Name));
        }
    }

    /// <summary>The pauses that this has not told of yet; may be called while a page is on its way.</summary>
    public IEnumerable<FetchPause> TakePauses()
    {
        while (_untoldPauses.TryDequeue(out var pause))
        {
            yield return pause;
        }
    }

    /// <summary>Goes on to the next job.</summary>
    public void Advance() => _next++;

    /// <summary>Takes note of how long the pipeline took to consume a job.</summary>
    /// <param name="ticks">In ticks of <see cref="Stopwatch"/>.</param>
    public void NoteConsumption(long ticks) => _readAhead.Consume(ticks);

    public void Dispose() => _service.Dispose();

    private async Task<FetchedPage> FetchAsync(
        ListJobsRequest request, SemaphoreSlim throttle, CancellationToken cancellationToken)
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
        ListJobsRequest request, SemaphoreSlim throttle, CancellationToken cancellationToken)
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
