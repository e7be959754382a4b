using System;

namespace BedrockJobs.Waiting;

/// <summary>How to wait.</summary>
internal sealed class WaitSettings
{
    /// <summary>How long to wait; null for as long as it takes, zero to poll once.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The time from one poll to the next, before the jitter.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the first job that ends is enough.</summary>
    public bool IsAnyEnough { get; set; }

    /// <summary>How many requests may run at a time.</summary>
    public int ThrottleLimit { get; set; } = 8;
}
