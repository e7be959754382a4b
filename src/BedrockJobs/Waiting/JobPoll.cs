namespace BedrockJobs.Waiting;

/// <summary>
/// One poll of a target: finds the jobs in the listing of the target, and requests each job that the listing doesn't
/// contain.
/// </summary>
internal sealed class JobPoll
{
    private readonly Task<IBedrockService> _connection;
    private readonly SemaphoreSlim _throttle;
    private readonly CancellationToken _stopping;
    private readonly List<WaitedJob> _missing;
    private readonly (DateTime? After, DateTime? Before) _range;
    private readonly PollResult _result = new();

    /// <param name="connection">The connection to the target.</param>
    /// <param name="jobs">The jobs that haven't ended.</param>
    /// <param name="throttle">Limits the concurrent requests of all targets.</param>
    /// <param name="stopping">Cancels the poll.</param>
    public JobPoll(
        Task<IBedrockService> connection, IEnumerable<WaitedJob> jobs, SemaphoreSlim throttle, CancellationToken stopping)
    {
        _connection = connection;
        _throttle = throttle;
        _stopping = stopping;
        _missing = [.. jobs];
        _range = PollRange.Of(_missing);
    }

    /// <summary>Polls. It can run on any thread, because it changes only its result.</summary>
    public async Task<PollResult> RunAsync()
    {
        var place = SR.RegionSubject;
        try
        {
            var service = await _connection.ConfigureAwait(false);
            place = service.Name;
            await ListAsync(service).ConfigureAwait(false);
            await Task.WhenAll([.. _missing.Select(job => AskForAsync(job, service))]).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (RequestFailure.Of(exception, Operation.List(place)) is { } failure)
        {
            _result.Failure = failure;
        }

        return _result;
    }

    private async Task ListAsync(IBedrockService service)
    {
        var listing = new JobListing(service, new JobQuery { CreatedAfter = _range.After, CreatedBefore = _range.Before });

        // When the number of missing jobs isn't greater than the number of pages read so far, requesting each job costs
        // less than reading more pages. This results in at most twice the minimum number of requests.
        while (listing.HasMore && _missing.Count > listing.PageCount)
        {
            var request = listing.NextRequest(ulong.MaxValue);
            listing.RequireNewPage(request);
            var fetched = await ThrottledAsync(async () =>
            {
                var watch = Stopwatch.StartNew();
                var page = await service.ListJobsAsync(request, _stopping).ConfigureAwait(false);
                return new FetchedPage(page, watch.Elapsed);
            }).ConfigureAwait(false);
            _result.Pages.Add((request, fetched));
            Match(listing.Accept(fetched.Page));
        }
    }

    private void Match(List<CustomizationJob> page)
    {
        // An identifier is an ARN or a name, and a name never looks like an ARN.
        var jobs = new Dictionary<string, CustomizationJob>(StringComparer.Ordinal);
        foreach (var job in page)
        {
            jobs[job.JobArn] = job;
            if (!jobs.ContainsKey(job.JobName))
            {
                jobs[job.JobName] = job;
            }
        }

        _missing.RemoveAll(waited =>
        {
            if (!jobs.TryGetValue(waited.JobArn ?? waited.Identifier, out var job))
            {
                return false;
            }

            _result.Found.Add((waited, job));
            return true;
        });
    }

    private async Task AskForAsync(WaitedJob job, IBedrockService service)
    {
        try
        {
            var found = await ThrottledAsync(() => service.GetJobAsync(job.JobArn ?? job.Identifier, _stopping)).ConfigureAwait(false);
            lock (_result)
            {
                _result.Found.Add((job, found));
            }
        }
        catch (Exception exception)
            when (RequestFailure.Of(
                exception, Operation.Get(job.Identifier, service.Name)) is { } failure)
        {
            lock (_result)
            {
                _result.Failed.Add((job, failure));
            }
        }
    }

    private async Task<T> ThrottledAsync<T>(Func<Task<T>> request)
    {
        await _throttle.WaitAsync(_stopping).ConfigureAwait(false);
        try
        {
            return await request().ConfigureAwait(false);
        }
        finally
        {
            _throttle.Release();
        }
    }
}
