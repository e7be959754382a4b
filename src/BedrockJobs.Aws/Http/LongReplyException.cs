using System.Globalization;
using System.Net;

namespace BedrockJobs.Aws.Http;

/// <summary>A reply that is longer than any that the service sends. It is read no further.</summary>
internal sealed class LongReplyException : RefusedReplyException
{
    private const int Megabyte = 1024 * 1024;

    /// <param name="statusCode">The HTTP status of the reply.</param>
    /// <param name="limit">How many bytes are allowed.</param>
    /// <param name="requestId">The id that AWS gave the request; null where the reply had none.</param>
    public LongReplyException(HttpStatusCode statusCode, int limit, string? requestId)
        : base(
            string.Format(CultureInfo.CurrentCulture, SR.LongReply, (int)statusCode, limit / Megabyte),
            statusCode,
            requestId)
    {
    }
}
