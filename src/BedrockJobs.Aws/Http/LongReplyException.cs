namespace BedrockJobs.Aws.Http;

/// <summary>A response that is longer than any valid response of the service. The rest isn't read.</summary>
internal sealed class LongReplyException : RefusedReplyException
{
    private const int Megabyte = 1024 * 1024;

    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="limit">The maximum number of bytes.</param>
    /// <param name="requestId">The AWS request ID; null if the response had none.</param>
    public LongReplyException(HttpStatusCode statusCode, int limit, string? requestId)
        : base(
            string.Format(CultureInfo.CurrentCulture, SR.LongReply, (int)statusCode, limit / Megabyte),
            statusCode,
            requestId)
    {
    }
}
