using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Listing;
using BedrockJobs.Service;

namespace BedrockJobs.Tests.Listing;

/// <summary>Reads a stream as the cmdlet does, and notes what it was told.</summary>
internal sealed class ReadingHost : IJobStreamHost
{
    public List<BedrockRequestException> Failures { get; } = [];

    public List<JobQuery> Remainders { get; } = [];

    /// <summary>Waits before a page is asked for again; by default not at all.</summary>
    public Func<TimeSpan, CancellationToken, Task> Delay { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether the first error ends the listing, as under -ErrorAction Stop.</summary>
    public bool StopsAtErrors { get; init; }

    public ulong MatchCount { get; private set; }

    public IReadOnlyList<string> NamesNotFound { get; private set; } = [];

    /// <summary>As the stream tells it once the first job was read; null where there was none.</summary>
    public bool? HasSeveralAccounts { get; private set; }

    private JobStream? _stream;
    private ListingTargets? _targets;

    /// <param name="services">The targets.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="readsToEnd">Whether to count all.</param>
    /// <param name="stopAfter">How many jobs the consumer takes before it stops the pipeline.</param>
    /// <param name="ticksPerJob">How slow the consumer is.</param>
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

    /// <summary>Goes on where an error ended a listing.</summary>
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

        // What was under way when the reader stopped was sent all the same.
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

    void IJobStreamHost.OnRequest(JobSource source, ListJobsRequest request)
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

    /// <summary>As PowerShell throws one under -ErrorAction Stop.</summary>
    private sealed class StoppedException : Exception;
}
