namespace BedrockJobs.Tests.Waiting;

/// <summary>Waits as the cmdlet does, with the virtual clock, and records the results.</summary>
internal sealed class WaitingHost(VirtualClock clock) : IJobWaitHost
{
    public List<string> Reported { get; } = [];

    /// <summary>The time of each report.</summary>
    public List<TimeSpan> Times { get; } = [];

    public List<(string Identifier, BedrockErrorId ErrorId)> Failures { get; } = [];

    public int FailureCount { get; private set; }

    public List<string> TimedOut { get; } = [];

    public List<string> Transitions { get; } = [];

    /// <summary>The failures and recoveries of each target.</summary>
    public Dictionary<string, List<string>> Troubles { get; } = [];

    public int PollCount { get; private set; }

    public List<CustomizationJobDetail> Details { get; } = [];

    /// <param name="targets">The service of each target, and the jobs to wait for.</param>
    /// <param name="settings">The settings of the wait.</param>
    /// <param name="connect">Makes the next connection after a key has expired.</param>
    /// <param name="stopAfter">The number of jobs after which the consumer stops the pipeline.</param>
    public WaitingHost Wait(
        IEnumerable<(LivingService Service, IEnumerable<WaitedJob> Jobs)> targets,
        WaitSettings settings,
        Func<Task<IBedrockService>>? connect = null,
        int stopAfter = int.MaxValue)
    {
        using var wait = new JobWait(
            [.. targets.Select(target => new WaitTarget(
                target.Service, connect ?? (() => Task.FromResult<IBedrockService>(target.Service)), target.Jobs))],
            settings,
            clock,
            this,
            new InlineScheduler(),
            CancellationToken.None);
        foreach (var job in wait.Read().Take(stopAfter))
        {
            Reported.Add(job.JobName);
            Times.Add(clock.Now);
            Details.Add(job);
        }

        return this;
    }

    void IJobWaitHost.WaitFor(Task task) => clock.RunUntil(task);

    void IJobWaitHost.OnPoll(WaitTarget target, PollResult result) => PollCount++;

    void IJobWaitHost.OnTransition(WaitTarget target, CustomizationJob before, CustomizationJob now) =>
        Transitions.Add($"{now.JobName}: {before.Status} {PartUnderWay.Of(before)} -> {now.Status} {PartUnderWay.Of(now)}");

    void IJobWaitHost.OnTrouble(WaitTarget target, BedrockRequestException exception) =>
        Note(target, exception.ErrorId.ToString());

    void IJobWaitHost.OnRecovery(WaitTarget target) => Note(target, "recovered");

    void IJobWaitHost.OnFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception)
    {
        FailureCount++;
        Failures.AddRange(jobs.Select(job => (job.Identifier, exception.ErrorId)));
    }

    void IJobWaitHost.OnTimeout(WaitTarget target, WaitedJob job) => TimedOut.Add(job.Identifier);

    private void Note(WaitTarget target, string what)
    {
        if (!Troubles.TryGetValue(target.Name, out var troubles))
        {
            Troubles[target.Name] = troubles = [];
        }

        troubles.Add(what);
    }
}
