namespace BedrockJobs.Aws.Http;

/// <summary>An environment variable that specifies a proxy.</summary>
/// <param name="Value">The value, which might contain a password.</param>
internal sealed record ProxyVariable(string Name, string Value);

/// <summary>
/// The proxy settings in the environment. They are read for each command, whereas .NET reads them once in a process.
/// </summary>
/// <param name="Exceptions">The hosts that are accessed directly; null for none.</param>
/// <param name="Other">
/// The proxy of the session or the system, if the environment specifies none; null for none.
/// </param>
internal sealed record ProxyVariables(ProxyVariable? Http, ProxyVariable? Https, string? Exceptions, IWebProxy? Other)
{
    /// <summary>No proxy, regardless of the environment.</summary>
    public static readonly ProxyVariables None = new(Http: null, Https: null, Exceptions: null, Other: null);

    // A web server passes the "Proxy" header of a request to a CGI script as HTTP_PROXY.
    private const string WebServerVariable = "GATEWAY_INTERFACE";

    /// <summary>Reads the variables in the order of .NET: lowercase names take precedence.</summary>
    public static ProxyVariables Read()
    {
        var any = Find("all_proxy", "ALL_PROXY");
        var http = (EnvironmentSetting.Read(WebServerVariable) is null ? Find("http_proxy", "HTTP_PROXY") : Find("http_proxy")) ?? any;
        var https = Find("https_proxy", "HTTPS_PROXY") ?? any;
        return new ProxyVariables(
            http, https, Find("no_proxy", "NO_PROXY")?.Value, http is null && https is null ? OfSession() : null);
    }

    /// <summary>The proxy to use; null for none.</summary>
    public IWebProxy? ToProxy() => Http is null && Https is null
        ? Other
        : new EnvironmentProxy(
            Http is null ? null : ProxyAddress.Parse(Http),
            Https is null ? null : ProxyAddress.Parse(Https),
            new ProxyExceptions(Exceptions));

    // After .NET has found a proxy in the environment, it keeps that proxy even if the variable is removed.
    private static IWebProxy? OfSession() =>
        HttpClient.DefaultProxy is var proxy && proxy.GetType().Name != "HttpEnvironmentProxy" ? proxy : null;

    private static ProxyVariable? Find(params string[] names) => names
        .Select(name => EnvironmentSetting.Read(name) is { } value ? new ProxyVariable(name, value) : null)
        .FirstOrDefault(variable => variable is not null);
}

/// <summary>The address of a proxy and its credentials.</summary>
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
                BedrockErrorId.ValidationFailed, SR.SettingsSubject, SR.InvalidProxy.With(variable.Name));
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

/// <summary>The proxies of HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, with the exceptions of NO_PROXY.</summary>
internal sealed class EnvironmentProxy(ProxyAddress? http, ProxyAddress? https, ProxyExceptions exceptions) : IWebProxy, ICredentials
{
    /// <summary>The credentials in the variables.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>The names and passwords that a proxy is asked with.</summary>
    public IEnumerable<NetworkCredential> Passwords =>
        new[] { http?.Credential, https?.Credential }.OfType<NetworkCredential>();

    public Uri? GetProxy(Uri destination) =>
        exceptions.Include(destination) ? null : (destination.Scheme == Uri.UriSchemeHttps ? https : http)?.Uri;

    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    public NetworkCredential? GetCredential(Uri uri, string authType) =>
        uri == https?.Uri && https?.Credential is { } credential ? credential
        : uri == http?.Uri ? http?.Credential
        : null;
}
