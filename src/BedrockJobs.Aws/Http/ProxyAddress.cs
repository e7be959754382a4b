namespace BedrockJobs.Aws.Http;

/// <summary>The address of a proxy and its credentials.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Credential">The user name and password; null for none.</param>
internal sealed record ProxyAddress(Uri Uri, NetworkCredential? Credential)
{
    private const string SchemeEnd = "://";

    private const int SocksPort = 1080;

    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>
    /// Parses the formats that .NET accepts: without a scheme it's an HTTP proxy, and a password can contain any
    /// character, encoded or not.
    /// </summary>
    /// <exception cref="BedrockRequestException">The value isn't the address of a proxy.</exception>
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
            // The value might contain a password.
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
