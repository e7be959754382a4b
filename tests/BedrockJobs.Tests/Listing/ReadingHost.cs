using Microsoft.Extensions.Time.Testing;

namespace BedrockJobs.Tests.Listing;

/// <summary>Reads a stream as the cmdlet does, and records the results.</summary>
internal sealed class ReadingHost
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<RecordingPipeline> _pipelines = [];

    /// <summary>Whether the first error ends the listing, as with -ErrorAction Stop.</summary>
    public bool StopsAtErrors { get; init; }

    public IReadOnlyList<BedrockRequestException> Failures => [.. Errors.Select(error => error.Failure).Where(failure => failure.ErrorId != BedrockErrorId.JobNotFound)];

    /// <summary>What the failures say is left to list.</summary>
    public IReadOnlyList<JobQuery> Remainders => [.. Errors.Select(error => error.Target).OfType<JobQuery>()];

    /// <summary>The exact names that no job has.</summary>
    public IEnumerable<string> NamesNotFound => Errors.Where(error => error.Failure.ErrorId == BedrockErrorId.JobNotFound).Select(error => (string)error.Target!);

    /// <summary>The delays before a page was requested again, in seconds.</summary>
    public IEnumerable<double> Pauses => _pipelines.SelectMany(pipeline => pipeline.Verbose)
        .Where(text => text.Contains("retrying in", StringComparison.Ordinal))
        .Select(text => double.Parse(text.Split("retrying in ")[1].Split(' ')[0], CultureInfo.CurrentCulture));

    public ulong MatchCount { get; private set; }

    /// <summary>The value of the stream after the first job was read; null without a job.</summary>
    public bool? HasSeveralAccounts { get; private set; }

    private IEnumerable<(BedrockRequestException Failure, object? Target)> Errors => _pipelines.SelectMany(pipeline => pipeline.Errors);

    /// <param name="services">The service of each place.</param>
    /// <param name="query">The query.</param>
    /// <param name="readsToEnd">Whether to count all jobs.</param>
    /// <param name="stopAfter">The number of jobs after which the consumer stops the pipeline.</param>
    /// <param name="timePerJob">The time that the consumer takes for each job.</param>
    public List<CustomizationJob> Read(
        IEnumerable<IBedrockService> services,
        JobQuery query,
        bool readsToEnd = false,
        int stopAfter = int.MaxValue,
        TimeSpan timePerJob = default) => Read(
            [.. services.Select(service => (service, query.Of(service.Region, profileName: null)))],
            query,
            readsToEnd,
            stopAfter,
            timePerJob);

    /// <summary>Resumes a listing that an error ended.</summary>
    /// <param name="query">The place of the error.</param>
    /// <param name="serviceIn">Connects to a Region.</param>
    public List<CustomizationJob> Resume(JobQuery query, Func<string, IBedrockService> serviceIn) =>
        Read([.. query.Rests.Select(rest => (serviceIn(rest.Region!), rest))], query, isResumed: true);

    private List<CustomizationJob> Read(
        List<(IBedrockService Service, JobQuery Query)> places,
        JobQuery query,
        bool readsToEnd = false,
        int stopAfter = int.MaxValue,
        TimeSpan timePerJob = default,
        bool isResumed = false)
    {
        var pipeline = new RecordingPipeline(WaitFor) { StopsAtErrors = StopsAtErrors };
        _pipelines.Add(pipeline);

        // Services of one Region are different places here.
        using var run = new CommandRun(
            pipeline,
            8,
            CancellationToken.None,
            settings => Task.FromResult(places[int.Parse(settings.ProfileLocation!, CultureInfo.InvariantCulture)].Service),
            _time,
            new InlineScheduler());
        using var stream = new JobStream(
            run,
            query,
            places.Select((place, i) => (run.PlaceOf(new ConnectionSettings { Region = place.Service.Region, ProfileLocation = $"{i}" }), place.Query)),
            readsToEnd,
            isResumed);
        var jobs = new List<CustomizationJob>();
        try
        {
            foreach (var job in stream.Read())
            {
                jobs.Add(job);
                HasSeveralAccounts ??= stream.HasSeveralAccounts;
                if (jobs.Count == stopAfter)
                {
                    break;
                }

                _time.Advance(timePerJob);
            }

            MatchCount = stream.MatchCount;
            stream.Finish();
        }
        catch (RecordingPipeline.StoppedException)
        {
        }

        return jobs;
    }

    // The time goes on only while a listing waits, so that its pauses end.
    private void WaitFor(Task task)
    {
        while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromMilliseconds(1)))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
