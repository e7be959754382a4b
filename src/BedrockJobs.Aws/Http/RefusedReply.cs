namespace BedrockJobs.Aws.Http;

/// <summary>A response that isn't passed to the AWS SDK, so that the SDK doesn't retry.</summary>
/// <param name="message">What is wrong with the response.</param>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="requestId">The AWS request ID; null if the response had none.</param>
internal abstract class RefusedReplyException(string message, HttpStatusCode statusCode, string? requestId) : Exception(message)
{
    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The AWS request ID; null if the response had none.</summary>
    public string? RequestId { get; } = requestId;
}

/// <summary>A response that is longer than any valid response of the service. The rest isn't read.</summary>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="limit">The maximum number of bytes.</param>
/// <param name="requestId">The AWS request ID; null if the response had none.</param>
internal sealed class LongReplyException(HttpStatusCode statusCode, int limit, string? requestId)
    : RefusedReplyException(Format(SR.LongReply, (int)statusCode, limit / Megabyte), statusCode, requestId)
{
    private const int Megabyte = 1024 * 1024;
}

/// <summary>
/// A redirect response. Redirects are never followed, because the request contains a signature and a session token.
/// </summary>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="requested">The URL of the request.</param>
/// <param name="location">The Location header without secrets; null for none.</param>
/// <param name="requestId">The AWS request ID; null if the response had none.</param>
internal sealed class RedirectException(HttpStatusCode statusCode, Uri requested, string? location, string? requestId)
    : RefusedReplyException(
        string.IsNullOrWhiteSpace(location)
            ? Format(SR.RedirectToNowhere, (int)statusCode)
            : Format(SR.Redirect, (int)statusCode, AddressOf(requested, location)),
        statusCode,
        requestId)
{
    /// <summary>Longer addresses only fill the screen.</summary>
    private const int LongestAddress = 200;

    // Query, fragment, and user information might contain secrets that a sign-in page passes to another host.
    private static string AddressOf(Uri requested, string location)
    {
        var address = Uri.TryCreate(requested, location, out var redirected)
            ? redirected.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : location.Split(['?', '#'], 2)[0];
        return address.Length > LongestAddress ? address[..LongestAddress] + "\u2026" : address;
    }
}
