namespace BedrockJobs.Tests.Listing;

/// <summary>Reads a stream as the cmdlet does, and records the results.</summary>
internal sealed class ReadingHost : IJobStreamHost
{
    public List<BedrockRequestException> Failures { get; } = [];

    public List<JobQuery> Remainders { get; } = [];

    /// <summary>The delays before a page is requested again. The default is none.</summary>
    public Func<TimeSpan, CancellationToken, Task> Delay { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether the first error ends the listing, as with -ErrorAction Stop.</summary>
    public bool StopsAtErrors { get; init; }

    public ulong MatchCount { get; private set; }

    public IReadOnlyList<string> NamesNotFound { get; private set; } = [];

    /// <summary>The value of the stream after the first job was read; null without a job.</summary>
    public bool? HasSeveralAccounts { get; private set; }

    private JobStream? _stream;
    private ListingTargets? _targets;

    /// <param name="services">The targets.</param>
    /// <param name="query">The query.</param>
    /// <param name="readsToEnd">Whether to count all jobs.</param>
    /// <param name="stopAfter">The number of jobs after which the consumer stops the pipeline.</param>
    /// <param name="ticksPerJob">The time that the consumer takes for each job.</param>
    public List<CustomizationJob> Read(
        IEnumerable<IBedrockService> services,
        JobQuery query,
        bool readsToEnd = false,
        int stopAfter = int.MaxValue,
        long ticksPerJob = 0) => Read(
            [.. services.Select(service => new JobSource(service, query.Of(service.Region, profileName: null), Delay))],
            query,
            readsToEnd,
            stopAfter,
            ticksPerJob);

    /// <summary>Resumes a listing that an error ended.</summary>
    /// <param name="query">The target of the error.</param>
    /// <param name="serviceIn">Connects to a Region.</param>
    public List<CustomizationJob> Resume(JobQuery query, Func<string, IBedrockService> serviceIn) => Read(
        [.. query.Rests.Select(rest => new JobSource(serviceIn(rest.Region!), rest, Delay))], query, isResumed: true);

    private List<CustomizationJob> Read(
        List<JobSource> sources,
        JobQuery query,
        bool readsToEnd = false,
        int stopAfter = int.MaxValue,
        long ticksPerJob = 0,
        bool isResumed = false)
    {
        _targets = new ListingTargets(sources.Select(source => source.Query));
        foreach (var (source, target) in sources.Zip(_targets.All))
        {
            target.Begin(source);
        }

        using var stream = new JobStream(sources, query, readsToEnd, 8, this, CancellationToken.None, isResumed);
        _stream = stream;
        var jobs = new List<CustomizationJob>();
        while (jobs.Count < stopAfter && Next(stream) is { } job)
        {
            jobs.Add(job);
            HasSeveralAccounts ??= stream.HasSeveralAccounts;
            if (jobs.Count < stopAfter)
            {
                stream.NoteConsumption(ticksPerJob);
            }
        }

        MatchCount = stream.MatchCount;
        NamesNotFound = [.. stream.NamesNotFound];

        // Requests in progress when the reader stopped were sent.
        foreach (var source in sources.Where(source => source.Fetch is not null))
        {
            ((IJobStreamHost)this).WaitFor(source.Fetch!);
        }

        return jobs;
    }

    private static CustomizationJob? Next(JobStream stream)
    {
        try
        {
            return stream.Next();
        }
        catch (StoppedException)
        {
            return null;
        }
    }

    void IJobStreamHost.WaitFor(Task task) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne();

    void IJobStreamHost.OnRequest(JobSource source, JobQuery request)
    {
    }

    void IJobStreamHost.OnPage(JobSource source, FetchedPage fetched)
    {
    }

    void IJobStreamHost.OnFailure(JobSource source, BedrockRequestException exception)
    {
        Failures.Add(exception);
        var target = _targets!.All.First(candidate => candidate.Source == source);
        var rest = _targets.Fail(target, _stream, _stream!.HasEnded);
        Remainders.Add(rest);
        if (StopsAtErrors)
        {
            _targets.EndAt(target, rest, _stream);
            throw new StoppedException();
        }

        target.IsReported = true;
    }

    /// <summary>A stand-in for the exception that PowerShell throws with -ErrorAction Stop.</summary>
    private sealed class StoppedException : Exception;
}
