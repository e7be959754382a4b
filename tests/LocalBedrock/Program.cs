namespace LocalBedrock;

internal static class Program
{
    public static Task<int> Main(string[] arguments) => ServerProgram.RunAsync(arguments, OptionParser.Help, async () =>
    {
        var options = OptionParser.Parse(arguments);
        var server = await LocalServer.StartAsync(options, TimeProvider.System);
        return (server.Web, $"LocalBedrock is listening on {server.Address}", options.ExitWith);
    });
}
