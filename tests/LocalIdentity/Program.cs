using OptionParser = LocalIdentity.Options.OptionParser;

namespace LocalIdentity;

internal static class Program
{
    public static Task<int> Main(string[] arguments) => ServerProgram.RunAsync(arguments, OptionParser.Help, async () =>
    {
        var options = OptionParser.Parse(arguments);
        var server = await IdentityServer.StartAsync(options, TimeProvider.System);
        return (server.Web, $"LocalIdentity is listening on {server.Address}, its proxy on {server.ProxyAddress}", options.ExitWith);
    });
}
