using System.Text.RegularExpressions;

namespace BedrockJobs.Tests.Waiting;

/// <summary>Waits as the cmdlet does, with the virtual clock, and records the results.</summary>
internal sealed partial class WaitingHost
{
    private readonly VirtualClock _clock;
    private readonly RecordingPipeline _pipeline;

    public WaitingHost(VirtualClock clock)
    {
        _clock = clock;
        _pipeline = new RecordingPipeline(clock.RunUntil);
    }

    public List<string> Reported { get; } = [];

    /// <summary>The time of each report.</summary>
    public List<TimeSpan> Times { get; } = [];

    public List<CustomizationJobDetail> Details { get; } = [];

    public IReadOnlyList<(string Identifier, BedrockErrorId ErrorId)> Failures =>
    [
        .. from error in _pipeline.Errors
           where error.Failure.ErrorId != BedrockErrorId.WaitTimedOut
           from identifier in error.Target as string[] ?? [(string)error.Target!]
           select (identifier, error.Failure.ErrorId),
    ];

    public int FailureCount => _pipeline.Errors.Count(error => error.Failure.ErrorId != BedrockErrorId.WaitTimedOut);

    public IEnumerable<string> TimedOut => _pipeline.Errors.Where(error => error.Failure.ErrorId == BedrockErrorId.WaitTimedOut)
        .Select(error => error.Target is CustomizationJob job ? job.JobArn : (string)error.Target!);

    public IEnumerable<string> Transitions => _pipeline.Verbose
        .Select(text => Transition().Match(text))
        .Where(match => match.Success)
        .Select(match => $"{match.Groups["name"].Value}: {match.Groups["change"].Value}");

    public int PollCount => _pipeline.Debug.Count(text => text.Contains(" page 1 from ", StringComparison.Ordinal));

    /// <summary>The failures and recoveries of each place.</summary>
    public Dictionary<string, List<string>> Outages { get; } = [];

    /// <param name="places">The service of each place, and the jobs to wait for.</param>
    /// <param name="settings">The settings of the wait.</param>
    /// <param name="connect">Makes the next connection after a key has expired.</param>
    /// <param name="stopAfter">The number of jobs after which the consumer stops the pipeline.</param>
    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    public WaitingHost Wait(
        IEnumerable<(LivingService Service, IEnumerable<WaitedJob> Jobs)> places,
        WaitSettings settings,
        Func<Task<IBedrockService>>? connect = null,
        int stopAfter = int.MaxValue,
        int throttleLimit = 8)
    {
        List<(LivingService Service, IEnumerable<WaitedJob> Jobs)> all = [.. places];
        var connected = new HashSet<string>();
        using var run = new CommandRun(
            _pipeline,
            throttleLimit,
            CancellationToken.None,
            made => connected.Add(made.ProfileLocation!) || connect is null
                ? Task.FromResult<IBedrockService>(all[int.Parse(made.ProfileLocation!, CultureInfo.InvariantCulture)].Service)
                : connect(),
            _clock.Time,
            new InlineScheduler());
        var waited = all.Select((place, i) =>
        {
            // Services with one name are different places here.
            var connection = run.PlaceOf(new ConnectionSettings { ProfileLocation = $"{i}" });
            run.Connect(connection);
            return new WaitedPlace(run, connection, place.Jobs);
        }).ToList();
        using var wait = new JobWait(run, waited, settings with { Jitter = Jitter });
        foreach (var job in wait.Read().Take(stopAfter))
        {
            Reported.Add(job.JobName);
            Times.Add(_clock.Now);
            Details.Add(job);
        }

        foreach (var place in all.Select(place => place.Service.Name).Distinct())
        {
            Outages[place] = [.. OutagesOf(place)];
        }

        return this;
    }

    /// <summary>The random number of the jitter. By default, there is none.</summary>
    public Func<double> Jitter { get; init; } = () => 0.5;

    // Warnings and recoveries alternate.
    private IEnumerable<string> OutagesOf(string place)
    {
        var begins = _pipeline.Warnings.Where(text => text.StartsWith($"{place}: ", StringComparison.Ordinal)).ToList();
        var ends = _pipeline.Verbose.Count(text => text == $"{place}: requests succeed again.");
        Assert.InRange(begins.Count - ends, 0, 1);
        for (var i = 0; i < begins.Count; i++)
        {
            yield return begins[i][(place.Length + 2)..].Split(':', '.')[0];
            if (i < ends)
            {
                yield return "recovered";
            }
        }
    }

    [GeneratedRegex("^[-0-9: ]+ (?<name>\\S+) in \\S+: (?<change>.*)$")]
    private static partial Regex Transition();
}
