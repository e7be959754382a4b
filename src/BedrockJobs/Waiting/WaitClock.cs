using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Waiting;

/// <summary>The real time.</summary>
internal sealed class WaitClock : IWaitClock
{
    /// <summary>A timer can't wait longer than 24 days. Who waits looks at the time again.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Random _random = new();

    public TimeSpan Now => _watch.Elapsed;

    public Task Delay(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(time < LongestDelay ? time : LongestDelay, cancellationToken);

    public double NextRandom() => _random.NextDouble();
}
