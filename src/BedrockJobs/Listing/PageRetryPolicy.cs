namespace BedrockJobs.Listing;

/// <summary>
/// Decides whether to request a failed page again. After the first page has arrived, the endpoint is known to work, and
/// a transient failure should cost time, not the listing.
/// </summary>
internal static class PageRetryPolicy
{
    /// <summary>
    /// How long a page is requested again. It's a time and not only a number of requests, because a request that stalls takes
    /// long.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>The pauses before a page is requested again. Each request includes the retries of the SDK.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10)];

    /// <summary>A response that asks to wait longer than this is treated as a permanent failure.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the page is requested again.</summary>
    /// <param name="failure">Why the page couldn't be fetched.</param>
    /// <returns>Null if another request isn't worthwhile.</returns>
    public static TimeSpan? PauseAfter(BedrockRequestException failure, int attempt)
    {
        var pauses = failure.ErrorId != BedrockErrorId.ConnectionFailed ? Pauses

            // If connections end without a response, the SDK and HttpClient have made 16 requests.
            : failure.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } ? []
            : Pauses[^1..];
        if (attempt >= pauses.Length || !TransientErrors.MightPass(failure.ErrorId) || failure.RetryAfter > LongestRetryAfter)
        {
            return null;
        }

        return failure.RetryAfter is { } asked
            ? asked > TimeSpan.Zero ? asked : TimeSpan.Zero
            : pauses[attempt];
    }
}
