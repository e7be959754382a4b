namespace BedrockJobs.Waiting;

/// <summary>
/// One poll of a place: finds the jobs in the listing of the place, and requests each job that the listing doesn't
/// contain. It can run on any thread, because it changes only itself.
/// </summary>
internal sealed class Poll
{
    /// <summary>The bounds of a listing are exclusive, and times might be rounded in transit.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly CommandRun _run;
    private readonly Place _place;
    private readonly CancellationToken _stopping;
    private readonly List<WaitedJob> _missing;
    private readonly JobQuery _query;

    private Poll(CommandRun run, Place place, IEnumerable<WaitedJob> jobs, CancellationToken stopping)
    {
        _run = run;
        _place = place;
        _stopping = stopping;
        _missing = [.. jobs];
        _query = QueryFor(_missing);
    }

    /// <summary>The pages that were read, with their requests.</summary>
    public List<(JobQuery Request, TimedReply<JobPage> Page)> Pages { get; } = [];

    /// <summary>The jobs that were found, with their current state.</summary>
    public List<(WaitedJob Job, CustomizationJob Found)> Found { get; } = [];

    /// <summary>The jobs whose request failed, such as a job that doesn't exist.</summary>
    public List<(WaitedJob Job, BedrockRequestException Failure)> Failed { get; } = [];

    /// <summary>The failure that ended the poll; null for none.</summary>
    public BedrockRequestException? Failure { get; private set; }

    /// <summary>Polls a place.</summary>
    /// <param name="jobs">The jobs that haven't ended.</param>
    /// <returns>The results, complete or up to a failure.</returns>
    public static async Task<Poll> RunAsync(CommandRun run, Place place, IEnumerable<WaitedJob> jobs, CancellationToken stopping)
    {
        var poll = new Poll(run, place, jobs, stopping);
        try
        {
            await poll.ListAsync().ConfigureAwait(false);
            await Task.WhenAll([.. poll._missing.Select(poll.GetAsync)]).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            poll.Failure = exception as BedrockRequestException ?? UnexpectedFailure.From(exception, Operation.List(place.Name));
        }

        return poll;
    }

    // The range of creation times includes all jobs that are waited for, and as few others as possible. It's open if the
    // creation time of a job isn't known yet.
    private static JobQuery QueryFor(List<WaitedJob> jobs)
    {
        if (jobs.Exists(job => job.Latest is null))
        {
            return new JobQuery();
        }

        var created = jobs.Select(job => job.Latest!.CreationTimeUtc).ToList();
        return new JobQuery { CreatedAfter = created.Min() - Margin, CreatedBefore = created.Max() + Margin };
    }

    private async Task ListAsync()
    {
        var cursor = new PageCursor(_place.Name, _query);

        // When the number of missing jobs isn't greater than the number of pages read so far, requesting each job costs
        // less than reading more pages. This results in at most twice the minimum number of requests.
        while (cursor.HasMore && _missing.Count > cursor.PageCount)
        {
            var request = cursor.NextRequest(ulong.MaxValue);
            cursor.ThrowIfEndless(request);
            var page = await _run.SendAsync(
                _place, Operation.List, (service, token) => service.ListJobsAsync(request, token), _stopping).ConfigureAwait(false);
            Pages.Add((request, page));
            Match(cursor.Accept(page.Value));
        }
    }

    private void Match(List<CustomizationJob> page)
    {
        // An identifier is an ARN or a name, and a name never looks like an ARN.
        var jobs = new Dictionary<string, CustomizationJob>(StringComparer.Ordinal);
        foreach (var job in page)
        {
            jobs[job.JobArn] = job;
            jobs.TryAdd(job.JobName, job);
        }

        _missing.RemoveAll(waited =>
        {
            if (!jobs.TryGetValue(waited.RequestIdentifier, out var job))
            {
                return false;
            }

            Found.Add((waited, job));
            return true;
        });
    }

    private async Task GetAsync(WaitedJob job)
    {
        try
        {
            var found = await _run.GetJobAsync(_place, job.RequestIdentifier, _stopping).ConfigureAwait(false);
            lock (Found)
            {
                Found.Add((job, found.Value));
            }
        }
        catch (BedrockRequestException failure)
        {
            lock (Failed)
            {
                Failed.Add((job, failure));
            }
        }
    }
}
