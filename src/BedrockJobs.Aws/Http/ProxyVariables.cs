namespace BedrockJobs.Aws.Http;

/// <summary>
/// The proxy settings in the environment. They are read for each command, whereas .NET reads them once in a process.
/// </summary>
/// <param name="Http">The proxy for http:// URLs; null for none.</param>
/// <param name="Https">The proxy for https:// URLs; null for none.</param>
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
        var http = (Environment.GetEnvironmentVariable(WebServerVariable) is null ? Find("http_proxy", "HTTP_PROXY") : Find("http_proxy")) ?? any;
        var https = Find("https_proxy", "HTTPS_PROXY") ?? any;
        return new ProxyVariables(
            http, https, Find("no_proxy", "NO_PROXY")?.Value, http is null && https is null ? OfSession() : null);
    }

    /// <summary>The proxy to use; null for none.</summary>
    /// <exception cref="BedrockRequestException">A variable isn't the address of a proxy.</exception>
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
        .Select(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? new ProxyVariable(name, value) : null)
        .FirstOrDefault(variable => variable is not null);
}
