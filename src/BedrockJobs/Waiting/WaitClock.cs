namespace BedrockJobs.Waiting;

/// <summary>The system clock.</summary>
internal sealed class WaitClock : IWaitClock
{
    /// <summary>A timer can't wait longer than 24 days. The caller checks the time again after a delay.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Random _random = new();

    public TimeSpan Now => _watch.Elapsed;

    public Task Delay(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(time < LongestDelay ? time : LongestDelay, cancellationToken);

    public double NextRandom() => _random.NextDouble();
}
