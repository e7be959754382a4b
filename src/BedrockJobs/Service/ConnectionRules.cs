using System.Text.RegularExpressions;

namespace BedrockJobs.Service;

/// <summary>
/// The rules for Regions and endpoints, whether they come from parameters, the environment, or a profile.
/// </summary>
internal static class ConnectionRules
{
    // The list of Regions changes too often to be checked here. All Region names follow the same pattern of area and
    // direction, and the pattern keeps other characters out of the host name of the endpoint.
    private static readonly Regex RegionName = new(
        @"\A(?!fips-)[a-z]{2,4}(-[a-z]{2,6}){0,2}-((north|south)?(east|west)|north|south|central)-[0-9]{1,2}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A longer text gets no suggestion: nobody mistypes a Region name by that much.</summary>
    private const int LongestRegion = 50;

    // The AWS SDK signs any other path in another form than it sends it, which the service rejects as a wrong signature.
    private static readonly Regex PlainPath = new(@"\A(/[A-Za-z0-9._~-]+)*/*\z", RegexOptions.CultureInvariant);

    /// <summary>Describes what is wrong with a Region name; null if it's valid.</summary>
    public static string? FaultOfRegion(string region, Func<IEnumerable<AwsRegion>> known)
    {
        // A case-insensitive pattern also accepts characters such as the Kelvin sign (U+212A) as letters.
        if (region.All(letter => letter < '\u0080') && RegionName.IsMatch(region))
        {
            return null;
        }

        var fault = SR.InvalidRegion.With(PrintableText.Quoted(region));
        var near = region.Length > LongestRegion ? [] : NearestNames.Of(region, known().Select(candidate => candidate.Name));
        return near.Count == 0
            ? fault
            : fault + SR.NearestNames.With(string.Join(", ", near));
    }

    /// <summary>Describes what is wrong with an endpoint URL; null if it's valid.</summary>
    public static string? FaultOfEndpoint(string endpoint)
    {
        // This includes text that isn't a URL because https:// is missing. A message would quote it.
        var isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out var uri);
        if (uri?.UserInfo.Length > 0 || (!isAddress && endpoint.Contains('@')) || (uri?.Host.Length == 0 && endpoint.Contains('@')))
        {
            return SR.EndpointUrlHoldsCredentials;
        }

        // Uri removes a line break at the end and escapes other line breaks.
        var fault = uri is not { Query.Length: 0, Fragment.Length: 0, Scheme: "https" or "http" } || PrintableText.From(endpoint) != endpoint
            ? SR.InvalidEndpointUrl
            : !PlainPath.IsMatch(uri.AbsolutePath) || endpoint.Split('/').Any(part => part is "." or "..")
            ? SR.EndpointUrlPath
            : null;
        return fault is null ? null : fault.With(PrintableText.Quoted(endpoint));
    }
}
