namespace LocalIdentity;

/// <summary>Combines the parts of the server, and starts its proxy.</summary>
internal sealed class IdentityServer : IAsyncDisposable
{
    private readonly ForwardProxy _proxy;

    private IdentityServer(LoopbackServer web, ForwardProxy proxy)
    {
        Web = web;
        _proxy = proxy;
    }

    public LoopbackServer Web { get; }

    public string Address => Web.Address;

    public string ProxyAddress => _proxy.Address;

    /// <exception cref="System.IO.IOException">The port is in use.</exception>
    public static async Task<IdentityServer> StartAsync(IdentityOptions options, TimeProvider realTime)
    {
        var settings = new SettingsStore(options.Settings);
        var requests = new Log<RequestEntry>();
        var proxied = new Log<ProxyEntry>();
        var desk = new KeyDesk(options.KeyIssuer, settings, realTime);
        var tokens = new AccessTokens(settings);
        var dispatcher = new Dispatcher(
            [
                new StsEndpoint(new KeyRing(options.Accounts, options.KeyIssuer), desk, settings, realTime),
                new PortalEndpoint(desk, tokens, settings),
                new OidcEndpoint(tokens, settings),
                new SignInEndpoint(new RefreshTokens(desk, settings, realTime), settings, realTime),
                new ContainerEndpoint(desk, settings),
                new MetadataEndpoint(desk, settings, realTime),
            ],
            settings,
            requests,
            realTime);
        var admin = new IdentityAdmin(settings, requests, proxied);
        var web = await LoopbackServer.StartAsync(options.Port, options.Certificate, null, (context, target) =>
            AdminApi.Handles(target) ? admin.HandleAsync(context, target) : dispatcher.HandleAsync(context, target));
        return new IdentityServer(web, ForwardProxy.Start(new Uri(web.Address), settings, proxied, realTime));
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Dispose();
        await Web.DisposeAsync();
    }
}
