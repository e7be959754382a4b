namespace LocalBedrock;

/// <summary>Ends a server when the process that it was started for ends.</summary>
internal static class ParentWatch
{
    public static async Task StopWithAsync(int processId, Action stop)
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
