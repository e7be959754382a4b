namespace BedrockJobs.Aws.Http;

/// <summary>
/// A redirect response. Redirects are never followed, because the request contains a signature and a session token.
/// </summary>
internal sealed class RedirectException : RefusedReplyException
{
    /// <summary>Longer addresses only fill the screen.</summary>
    private const int LongestAddress = 200;

    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="requested">The URL of the request.</param>
    /// <param name="location">The Location header as received; null for none.</param>
    /// <param name="requestId">The AWS request ID; null if the response had none.</param>
    public RedirectException(HttpStatusCode statusCode, Uri requested, string? location, string? requestId)
        : base(Describe(statusCode, requested, location), statusCode, requestId)
    {
    }

    private static string Describe(HttpStatusCode statusCode, Uri requested, string? location) => string.Format(
        CultureInfo.CurrentCulture,
        string.IsNullOrWhiteSpace(location) ? SR.RedirectToNowhere : SR.Redirect,
        (int)statusCode,
        AddressOf(requested, SentSecrets.Hide(location) ?? string.Empty));

    // Query, fragment, and user information might contain secrets that a sign-in page passes to another host.
    private static string AddressOf(Uri requested, string location)
    {
        var address = Uri.TryCreate(requested, location, out var target)
            ? target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : location.Split(['?', '#'], 2)[0];
        return address.Length > LongestAddress ? address[..LongestAddress] + "\u2026" : address;
    }
}
