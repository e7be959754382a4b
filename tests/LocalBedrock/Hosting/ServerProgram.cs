using System.Net.Sockets;

namespace LocalBedrock.Hosting;

/// <summary>The program of a local server, from its command line to its end.</summary>
internal static class ServerProgram
{
    private const int Success = 0;
    private const int CannotListen = 1;
    private const int WrongUsage = 2;

    /// <param name="start">Starts the server. Returns it, the line that tells its address, and the process that it ends with.</param>
    public static async Task<int> RunAsync(
        string[] arguments, string help, Func<Task<(LoopbackServer Server, string Line, int? ExitWith)>> start)
    {
        if (arguments.Contains("--help"))
        {
            Console.WriteLine(help);
            return Success;
        }

        try
        {
            (var server, var line, var exitWith) = await start();
            await using (server)
            {
                Console.WriteLine(line);
                _ = exitWith is { } processId ? StopWithAsync(processId, server.Stop) : null;
                await server.WaitForEndAsync();
            }

            return Success;
        }
        catch (Exception e) when (e is OptionException or IOException or SocketException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e is OptionException ? WrongUsage : CannotListen;
        }
    }

    private static async Task StopWithAsync(int processId, Action stop)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // The process has already ended.
        }

        stop();
    }
}
