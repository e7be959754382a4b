namespace BedrockJobs.Waiting;

/// <summary>The settings of a wait.</summary>
internal sealed record WaitSettings
{
    /// <summary>How long to wait; null for no limit, zero to poll once.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The time between two polls, before the jitter is applied.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the wait ends when the first job has ended.</summary>
    public bool IsAnyEnough { get; init; }

    /// <summary>Returns the jitter of an interval, from 0 up to, but not including, 1.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
