using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;
using BedrockJobs.Waiting;

namespace BedrockJobs.Tests.Waiting;

/// <summary>Waits as the cmdlet does, while the virtual time passes, and notes what it was told.</summary>
internal sealed class WaitingHost(VirtualClock clock) : IJobWaitHost
{
    public List<string> Reported { get; } = [];

    /// <summary>When each was reported.</summary>
    public List<TimeSpan> Times { get; } = [];

    public List<(string Identifier, BedrockErrorId ErrorId)> Failures { get; } = [];

    public int FailureCount { get; private set; }

    public List<string> TimedOut { get; } = [];

    public List<string> Transitions { get; } = [];

    /// <summary>The troubles and recoveries of each target.</summary>
    public Dictionary<string, List<string>> Troubles { get; } = [];

    public int PollCount { get; private set; }

    public List<CustomizationJobDetail> Details { get; } = [];

    /// <param name="targets">Each target's service and the jobs to wait for.</param>
    /// <param name="settings">How to wait.</param>
    /// <param name="connect">Makes the connection that follows when a key has expired.</param>
    /// <param name="stopAfter">How many jobs the consumer takes before it stops the pipeline.</param>
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
