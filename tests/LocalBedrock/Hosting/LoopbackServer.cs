using Microsoft.AspNetCore.Http.Features;

namespace LocalBedrock.Hosting;

/// <summary>A web server on 127.0.0.1.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private LoopbackServer(WebApplication web) => _web = web;

    /// <summary>Such as http://127.0.0.1:4321, without a slash at the end.</summary>
    public string Address => _web.Urls.First();

    /// <param name="port">0 for any free port.</param>
    /// <param name="certificate">The PEM file with the certificate and private key for TLS; null for plain HTTP.</param>
    /// <param name="prefixes">The encoded paths below which the API is served; none means the root.</param>
    /// <exception cref="IOException">The port is in use, or the certificate file can't be read.</exception>
    public static async Task<LoopbackServer> StartAsync(
        int port, string? certificate, IReadOnlyList<string>? prefixes, Func<HttpContext, RequestTarget, Task> handle)
    {
        // The empty builder reads no settings from files or the environment, and doesn't log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port, listen => ServerCertificate.Use(listen, certificate));
        });
        builder.WebHost.UseKestrelHttpsConfiguration();

        // A stalled request must not delay the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var web = builder.Build();
        web.Run(context => handle(
            context, new RequestTarget(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, prefixes)));
        await web.StartAsync();
        return new LoopbackServer(web);
    }

    /// <summary>Ends with SIGTERM, with Ctrl+C, or with <see cref="Stop"/>.</summary>
    public Task WaitForEndAsync() => _web.WaitForShutdownAsync();

    public void Stop() => _web.Lifetime.StopApplication();

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
