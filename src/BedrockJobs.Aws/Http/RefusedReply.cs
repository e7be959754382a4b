namespace BedrockJobs.Aws.Http;

/// <summary>A response that isn't passed to the AWS SDK, so that the SDK doesn't retry.</summary>
internal abstract class RefusedReplyException(string message, HttpStatusCode statusCode, string? requestId) : Exception(message)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public string? RequestId { get; } = requestId;
}

/// <summary>A response that is longer than any valid response of the service. The rest isn't read.</summary>
internal sealed class LongReplyException(HttpStatusCode statusCode, int limit, string? requestId)
    : RefusedReplyException(SR.LongReply.With((int)statusCode, limit / Megabyte), statusCode, requestId)
{
    private const int Megabyte = 1024 * 1024;
}

/// <summary>
/// A redirect response. Redirects are never followed, because the request contains a signature and a session token.
/// </summary>
/// <param name="location">The Location header without secrets; null for none.</param>
internal sealed class RedirectException(HttpStatusCode statusCode, Uri requested, string? location, string? requestId)
    : RefusedReplyException(
        string.IsNullOrWhiteSpace(location)
            ? SR.RedirectToNowhere.With((int)statusCode)
            : SR.Redirect.With((int)statusCode, AddressOf(requested, location)),
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
