using System;

namespace BedrockJobs.Listing;

/// <summary>
/// Says whether a page that did not come is asked for again. Once a page has come, the endpoint is known to be good, and a
/// failure that may pass should cost time, not the listing.
/// </summary>
internal static class OutagePatience
{
    /// <summary>A reply that asks to wait longer than this is taken for a failure that lasts.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    /// <summary>How often a page is asked for again: after 0.5, 1, 2, 4 and 8 seconds.</summary>
    public const int Attempts = 5;

    /// <summary>How long to wait before the page is asked for again.</summary>
    /// <param name="failure">Why it did not come.</param>
    /// <param name="attempt">How often it was asked for again before.</param>
    /// <returns>Null where it is not worthwhile.</returns>
    public static TimeSpan? PauseAfter(BedrockRequestException failure, int attempt)
    {
        if (attempt >= Attempts || !IsPassing(failure.ErrorId) || failure.RetryAfter > LongestRetryAfter)
        {
            return null;
        }

        return failure.RetryAfter is { } asked
            ? asked > TimeSpan.Zero ? asked : TimeSpan.Zero
            : TimeSpan.FromTicks(FirstPause.Ticks << attempt);
    }

    private static bool IsPassing(BedrockErrorId errorId) => errorId is
        BedrockErrorId.Throttled or BedrockErrorId.ServiceFault or
        BedrockErrorId.ConnectionFailed or BedrockErrorId.RequestTimedOut;
}
