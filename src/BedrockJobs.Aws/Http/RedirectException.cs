using System;
using System.Globalization;
using System.Net;
using BedrockJobs.Aws.Identity;

namespace BedrockJobs.Aws.Http;

/// <summary>A reply that points elsewhere. It is never followed: the request holds a signature and a session token.</summary>
internal sealed class RedirectException : RefusedReplyException
{
    /// <summary>Beyond this an address only fills the screen.</summary>
    private const int LongestAddress = 200;

    /// <param name="statusCode">The HTTP status of the reply.</param>
    /// <param name="requested">The address that was asked.</param>
    /// <param name="location">The Location header as it came; null where there was none.</param>
    /// <param name="requestId">The id that AWS gave the request; null where the reply had none.</param>
    public RedirectException(HttpStatusCode statusCode, Uri requested, string? location, string? requestId)
        : base(Describe(statusCode, requested, location), statusCode, requestId)
    {
    }

    private static string Describe(HttpStatusCode statusCode, Uri requested, string? location) => string.Format(
        CultureInfo.CurrentCulture,
        string.IsNullOrWhiteSpace(location) ? SR.RedirectToNowhere : SR.Redirect,
        (int)statusCode,
        AddressOf(requested, SentSecrets.Hide(location) ?? string.Empty));

    // Query, fragment and user information may hold what a sign-in page hands from one host to another.
    private static string AddressOf(Uri requested, string location)
    {
        var address = Uri.TryCreate(requested, location, out var target)
            ? target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : location.Split(['?', '#'], 2)[0];
        return address.Length > LongestAddress ? address[..LongestAddress] + "\u2026" : address;
    }
}
