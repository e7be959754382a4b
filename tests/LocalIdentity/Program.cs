using System.Net.Sockets;
using LocalBedrock;
using LocalBedrock.Options;
using OptionParser = LocalIdentity.Options.OptionParser;

namespace LocalIdentity;

internal static class Program
{
    private const int Success = 0;
    private const int CannotListen = 1;
    private const int WrongUsage = 2;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Contains("--help"))
        {
            Console.WriteLine(OptionParser.Help);
            return Success;
        }

        try
        {
            var options = OptionParser.Parse(arguments);
            await using var server = await IdentityServer.StartAsync(options, TimeProvider.System);
            Console.WriteLine($"LocalIdentity is listening on {server.Address}, its proxy on {server.ProxyAddress}");
            if (options.ExitWith is { } processId)
            {
                _ = ParentWatch.StopWithAsync(processId, server.Stop);
            }

            await server.WaitForEndAsync();
            return Success;
        }
        catch (OptionException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUsage;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotListen;
        }
    }
}
