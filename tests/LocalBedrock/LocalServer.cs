namespace LocalBedrock;

/// <summary>Combines the parts of the server.</summary>
internal sealed class LocalServer(LoopbackServer web) : IAsyncDisposable
{
    public LoopbackServer Web => web;

    public string Address => web.Address;

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
        var log = new Log<LogEntry>();
        var signatureClock = new SignatureClock(realTime, options.Skew);
        var api = new ApiEndpoint(options, clock, signatureClock, jobs, faults, log, realTime);
        var admin = new AdminEndpoint(clock, signatureClock, jobs, faults, log);
        return new LocalServer(await LoopbackServer.StartAsync(options.Port, options.Certificate, options.PathPrefixes, (context, target) =>
            AdminApi.Handles(target) ? admin.HandleAsync(context, target) : api.HandleAsync(context, target)));
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
