using Microsoft.AspNetCore.Http.Features;

namespace LocalBedrock;

/// <summary>Combines the parts of the server and listens on 127.0.0.1.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private LocalServer(WebApplication web) => _web = web;

    /// <summary>Such as http://127.0.0.1:4321, without a slash at the end.</summary>
    public string Address => _web.Urls.First();

    /// <exception cref="System.IO.IOException">The port is in use, or the certificate file can't be read.</exception>
    public static async Task<LocalServer> StartAsync(ServerOptions options, TimeProvider realTime)
    {
        var clock = new ServiceClock(options.Now, options.Speed, realTime);
        var jobs = new JobStore(options.Regions, options.Accounts.Select(a => a.Id));
        var generator = new JobGenerator(options.Seed);
        foreach (var shelf in jobs.Shelves)
        {
            shelf.Add(generator.Generate(shelf.Region, shelf.Account, options.Jobs, clock.Now));
        }

        var faults = new FaultQueue();
        var log = new RequestLog();
        var signatureClock = new SignatureClock(realTime, options.Skew);
        var api = new ApiEndpoint(options, clock, signatureClock, jobs, faults, log, realTime);
        var admin = new AdminEndpoint(clock, signatureClock, jobs, faults, log);

        // The empty builder reads no settings from files or the environment, and doesn't log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => ServerCertificate.Use(listen, options.Certificate));
        });
        builder.WebHost.UseKestrelHttpsConfiguration();

        // A stalled request must not delay the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var web = builder.Build();
        web.Run(async context =>
        {
            var target = new RequestTarget(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, options.PathPrefixes);
            await (AdminEndpoint.Handles(target) ? admin.HandleAsync(context, target) : api.HandleAsync(context, target));
        });
        await web.StartAsync();
        return new LocalServer(web);
    }

    /// <summary>Ends with SIGTERM, with Ctrl+C, or with <see cref="Stop"/>.</summary>
    public Task WaitForEndAsync() => _web.WaitForShutdownAsync();

    public void Stop() => _web.Lifetime.StopApplication();

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
