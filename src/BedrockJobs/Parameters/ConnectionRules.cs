using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BedrockJobs.Service;
using BedrockJobs.Views;

namespace BedrockJobs.Parameters;

/// <summary>
/// What a Region and an endpoint may be, whether they are given as parameters or found in the environment or a profile.
/// </summary>
internal static class ConnectionRules
{
    // Which Regions there are changes too often to be known here. All are named after an area and a point of the compass,
    // and so will be those to come; and nothing may slip into the endpoint's host name.
    private static readonly Regex RegionName = new(
        @"\A(?!fips-)[a-z]{2,4}(-[a-z]{2,6}){0,2}-((north|south)?(east|west)|north|south|central)-[0-9]{1,2}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>No longer text can be a name with a typing error.</summary>
    private const int LongestRegion = 50;

    /// <summary>What is wrong with a Region's name; null for nothing.</summary>
    /// <param name="region">The name.</param>
    /// <param name="known">Gives Regions that exist, of which one may have been meant.</param>
    public static string? FaultOfRegion(string region, Func<IEnumerable<AwsRegion>> known)
    {
        // Without regard to case, a pattern also takes signs such as the Kelvin sign (U+212A) for a letter.
        if (region.All(letter => letter < '\u0080') && RegionName.IsMatch(region))
        {
            return null;
        }

        var fault = string.Format(CultureInfo.CurrentCulture, SR.InvalidRegion, PrintableText.Quoted(region));
        var near = region.Length > LongestRegion ? [] : NearestNames.Of(region, known().Select(candidate => candidate.Name));
        return near.Count == 0
            ? fault
            : fault + string.Format(CultureInfo.CurrentCulture, SR.NearestNames, string.Join(", ", near));
    }

    /// <summary>What is wrong with an endpoint's address; null for nothing.</summary>
    public static string? FaultOfEndpoint(string endpoint)
    {
        // Also where it is no address for want of https://, and would be quoted.
        var isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out var uri);
        if (uri?.UserInfo.Length > 0 || (!isAddress && endpoint.Contains("@")) || (uri?.Host.Length == 0 && endpoint.Contains("@")))
        {
            return SR.EndpointUrlHoldsCredentials;
        }

        // Uri drops a line break at the end, and escapes others.
        return uri is { Query.Length: 0, Fragment.Length: 0 }
            && PrintableText.From(endpoint) == endpoint
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? null
            : string.Format(CultureInfo.CurrentCulture, SR.InvalidEndpointUrl, PrintableText.Quoted(endpoint));
    }
}
