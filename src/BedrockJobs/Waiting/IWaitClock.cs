namespace BedrockJobs.Waiting;

/// <summary>The clock of a wait.</summary>
internal interface IWaitClock
{
    /// <summary>The time since a fixed moment. Changes of the computer's clock don't affect it.</summary>
    TimeSpan Now { get; }

    /// <summary>Completes after a time span.</summary>
    /// <param name="time">The time span, greater than zero.</param>
    /// <param name="cancellationToken">Cancels the delay.</param>
    Task Delay(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>A random number from 0 up to, but not including, 1, for the jitter.</summary>
    double NextRandom();
}
