namespace BedrockJobs.Listing;

/// <summary>
/// Decides whether to request a failed page again. After the first page has arrived, the endpoint is known to work, and
/// a transient failure should cost time, not the listing.
/// </summary>
internal static class PageRetryPolicy
{
    /// <summary>How often a page is requested again: after 0.5, 1, 2, 4, and 8 seconds.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    /// <summary>A response that asks to wait longer than this is treated as a permanent failure.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the page is requested again.</summary>
    /// <param name="failure">Why the page couldn't be fetched.</param>
    /// <returns>Null if another request isn't worthwhile.</returns>
    public static TimeSpan? PauseAfter(BedrockRequestException failure, int attempt)
    {
        if (attempt >= Attempts || !TransientErrors.MightPass(failure.ErrorId) || failure.RetryAfter > LongestRetryAfter)
        {
            return null;
        }

        return failure.RetryAfter is { } asked
            ? asked > TimeSpan.Zero ? asked : TimeSpan.Zero
            : TimeSpan.FromTicks(FirstPause.Ticks << attempt);
    }
}
