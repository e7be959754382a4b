namespace BedrockJobs.Waiting;

/// <summary>The settings of a wait.</summary>
internal sealed class WaitSettings
{
    /// <summary>How long to wait; null for no limit, zero to poll once.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The time between two polls, before the jitter is applied.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the wait ends when the first job has ended.</summary>
    public bool IsAnyEnough { get; set; }

    /// <summary>The maximum number of concurrent requests.</summary>
    public int ThrottleLimit { get; set; } = 8;
}
