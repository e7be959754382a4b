using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace BedrockJobs.Aws.Http;

/// <summary>A proxy's address, and the name and password that it is asked with.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Credential">Name and password; null for none.</param>
internal sealed record ProxyAddress(Uri Uri, NetworkCredential? Credential)
{
    private const string SchemeEnd = "://";

    private const int SocksPort = 1080;

    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>
    /// Reads the forms that .NET reads: without a scheme it is an HTTP proxy, and a password may hold any character,
    /// encoded or not.
    /// </summary>
    /// <exception cref="BedrockRequestException">It is no proxy's address.</exception>
    public static ProxyAddress Parse(ProxyVariable variable)
    {
        var value = variable.Value.Trim();
        var end = value.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var scheme = end < 0 ? "http" : value[..end].ToLowerInvariant();
        var rest = end < 0 ? value : value[(end + SchemeEnd.Length)..];
        var at = rest.LastIndexOf('@');
        if (!Schemes.Contains(scheme, StringComparer.Ordinal)
            || !Uri.TryCreate($"{scheme}{SchemeEnd}{rest[(at + 1)..]}", UriKind.Absolute, out var uri)
            || uri.Host.Length == 0)
        {
            // The value may hold a password.
            throw new BedrockRequestException(
                BedrockErrorId.ValidationFailed,
                SR.SettingsSubject,
                string.Format(CultureInfo.CurrentCulture, SR.InvalidProxy, variable.Name));
        }

        var address = new UriBuilder(uri.Scheme, uri.Host, uri.Port < 0 ? SocksPort : uri.Port).Uri;
        return new ProxyAddress(address, at < 0 ? null : CredentialOf(rest[..at]));
    }

    private static NetworkCredential CredentialOf(string userInfo)
    {
        var parts = userInfo.Split(':', 2);
        return new NetworkCredential(
            Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }
}
