using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockJobs.Parameters;

/// <summary>
/// What a Region and an endpoint may be, whether they are given as parameters or found in the environment or a profile.
/// </summary>
internal static class ConnectionRules
{
    // Which Regions there are changes too often to be known here, but nothing may slip into the endpoint's host name.
    private static readonly Regex RegionName =
        new(@"\A(?=.{1,32}\z)[a-zA-Z]+(-[a-zA-Z]+)+-[0-9]{1,2}\z", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with a Region's name; null for nothing.</summary>
    public static string? FaultOfRegion(string region) => RegionName.IsMatch(region)
        ? null
        : string.Format(CultureInfo.CurrentCulture, SR.InvalidRegion, region);

    /// <summary>What is wrong with an endpoint's address; null for nothing.</summary>
    public static string? FaultOfEndpoint(string endpoint)
    {
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0)
        {
            return SR.EndpointUrlHoldsCredentials;
        }

        return uri is { Query.Length: 0, Fragment.Length: 0 }
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? null
            : string.Format(CultureInfo.CurrentCulture, SR.InvalidEndpointUrl, endpoint);
    }
}
