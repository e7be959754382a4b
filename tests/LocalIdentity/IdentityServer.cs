using LocalBedrock;
using LocalBedrock.Http;
using LocalBedrock.Signing;
using Microsoft.AspNetCore.Http.Features;

namespace LocalIdentity;

/// <summary>Combines the parts of the server and listens on 127.0.0.1.</summary>
internal sealed class IdentityServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ForwardProxy _proxy;

    private IdentityServer(WebApplication web, ForwardProxy proxy)
    {
        _web = web;
        _proxy = proxy;
    }

    /// <summary>Such as http://127.0.0.1:4321, without a slash at the end.</summary>
    public string Address => _web.Urls.First();

    public string ProxyAddress => _proxy.Address;

    /// <exception cref="System.IO.IOException">The port is in use.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port of the proxy is in use.</exception>
    public static async Task<IdentityServer> StartAsync(IdentityOptions options, TimeProvider realTime)
    {
        var settings = new SettingsStore(options.Settings);
        var requests = new Log<LogEntry>();
        var proxied = new Log<ProxyEntry>();
        var desk = new KeyDesk(options.KeyIssuer, settings, realTime);
        var tokens = new AccessTokens(settings);
        var dispatcher = new Dispatcher(
            [
                new StsEndpoint(new KeyRing(options.Accounts, options.KeyIssuer), desk, settings, realTime),
                new PortalEndpoint(desk, tokens, settings),
                new OidcEndpoint(tokens, settings),
                new ContainerEndpoint(desk, settings),
                new MetadataEndpoint(desk, settings, realTime),
            ],
            settings,
            requests,
            realTime);
        var admin = new AdminEndpoint(settings, requests, proxied);

        // The empty builder reads no settings from files or the environment, and doesn't log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => ServerCertificate.Use(listen, options.Certificate));
        });
        builder.WebHost.UseKestrelHttpsConfiguration();

        // A delayed request must not delay the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var web = builder.Build();
        web.Run(async context =>
        {
            var target = new RequestTarget(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            await (AdminEndpoint.Handles(target) ? admin.HandleAsync(context, target) : dispatcher.HandleAsync(context, target));
        });
        await web.StartAsync();
        var proxy = ForwardProxy.Start(options.ProxyPort, new Uri(web.Urls.First()), settings, proxied, realTime);
        return new IdentityServer(web, proxy);
    }

    /// <summary>Ends with SIGTERM, with Ctrl+C, or with <see cref="Stop"/>.</summary>
    public Task WaitForEndAsync() => _web.WaitForShutdownAsync();

    public void Stop() => _web.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        _proxy.Dispose();
        await _web.DisposeAsync();
    }
}
