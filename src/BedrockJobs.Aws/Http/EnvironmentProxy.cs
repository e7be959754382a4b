namespace BedrockJobs.Aws.Http;

/// <summary>The proxies of HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, with the exceptions of NO_PROXY.</summary>
internal sealed class EnvironmentProxy : IWebProxy, ICredentials
{
    private readonly ProxyAddress? _http;
    private readonly ProxyAddress? _https;
    private readonly ProxyExceptions _exceptions;

    /// <param name="http">The proxy for http:// URLs; null for none.</param>
    /// <param name="https">The proxy for https:// URLs; null for none.</param>
    /// <param name="exceptions">The hosts that are accessed directly.</param>
    public EnvironmentProxy(ProxyAddress? http, ProxyAddress? https, ProxyExceptions exceptions)
    {
        _http = http;
        _https = https;
        _exceptions = exceptions;
    }

    /// <summary>The credentials in the variables.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>The names and passwords that a proxy is asked with.</summary>
    public IEnumerable<NetworkCredential> Passwords =>
        new[] { _http?.Credential, _https?.Credential }.OfType<NetworkCredential>();

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) =>
        _exceptions.Include(destination) ? null : (destination.Scheme == Uri.UriSchemeHttps ? _https : _http)?.Uri;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType) =>
        uri == _https?.Uri && _https?.Credential is { } credential ? credential
        : uri == _http?.Uri ? _http?.Credential
        : null;
}
