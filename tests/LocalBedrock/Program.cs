namespace LocalBedrock;

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
            await using var server = await LocalServer.StartAsync(options, TimeProvider.System);
            Console.WriteLine($"LocalBedrock is listening on {server.Address}");
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
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotListen;
        }
    }
}
