using System;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Waiting;

/// <summary>The time that a wait goes by.</summary>
internal interface IWaitClock
{
    /// <summary>The time since some fixed moment. Setting the computer's clock does not change it.</summary>
    TimeSpan Now { get; }

    /// <summary>Completes after a time.</summary>
    /// <param name="time">How long; more than zero.</param>
    /// <param name="cancellationToken">Ends it at once, as cancelled.</param>
    Task Delay(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>A random number from 0 up to 1, for the jitter.</summary>
    double NextRandom();
}
