using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace LocalBedrock;

/// <summary>Sees to it that a server doesn't outlive the process that it was started for.</summary>
internal static class ParentWatch
{
    public static async Task StopWithAsync(int processId, Action stop)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        stop();
    }
}
