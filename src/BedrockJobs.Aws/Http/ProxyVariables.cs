using System;
using System.Linq;
using System.Net;
using System.Net.Http;

namespace BedrockJobs.Aws.Http;

/// <summary>What the environment says of proxies. It is read for each command, whereas .NET reads it once in a process.</summary>
/// <param name="Http">The proxy for http:// addresses; null for none.</param>
/// <param name="Https">The proxy for https:// addresses; null for none.</param>
/// <param name="Exceptions">The hosts that are asked directly; null for none.</param>
/// <param name="Other">What the session or the system says, where the environment names no proxy; null for nothing.</param>
internal sealed record ProxyVariables(ProxyVariable? Http, ProxyVariable? Https, string? Exceptions, IWebProxy? Other)
{
    /// <summary>No proxy, whatever the environment says.</summary>
    public static readonly ProxyVariables None = new(Http: null, Https: null, Exceptions: null, Other: null);

    // A web server hands the header "Proxy" of a request to a script in HTTP_PROXY.
    private const string WebServerVariable = "GATEWAY_INTERFACE";

    /// <summary>Reads them, in .NET's order: lower case goes first.</summary>
    public static ProxyVariables Read()
    {
        var any = Find("all_proxy", "ALL_PROXY");
        var http = (Environment.GetEnvironmentVariable(WebServerVariable) is null ? Find("http_proxy", "HTTP_PROXY") : Find("http_proxy")) ?? any;
        var https = Find("https_proxy", "HTTPS_PROXY") ?? any;
        return new ProxyVariables(
            http, https, Find("no_proxy", "NO_PROXY")?.Value, http is null && https is null ? OfSession() : null);
    }

    /// <summary>The proxy to use; null for none.</summary>
    /// <exception cref="BedrockRequestException">A variable holds what is no proxy's address.</exception>
    public IWebProxy? ToProxy() => Http is null && Https is null
        ? Other
        : new EnvironmentProxy(
            Http is null ? null : ProxyAddress.Parse(Http),
            Https is null ? null : ProxyAddress.Parse(Https),
            new ProxyExceptions(Exceptions));

    // Once .NET has found a proxy in the environment it keeps that, though the variable may have gone since.
    private static IWebProxy? OfSession() =>
        HttpClient.DefaultProxy is var proxy && proxy.GetType().Name != "HttpEnvironmentProxy" ? proxy : null;

    private static ProxyVariable? Find(params string[] names) => names
        .Select(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? new ProxyVariable(name, value) : null)
        .FirstOrDefault(variable => variable is not null);
}
