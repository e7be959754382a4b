using System.Management.Automation.Host;

namespace BedrockJobs.Running;

/// <summary>The size of the host's window.</summary>
internal static class HostWindow
{
    /// <summary>The number of lines; null if the host has no window.</summary>
    public static int? Height(PSHost host)
    {
        try
        {
            return host.UI?.RawUI is { WindowSize.Height: > 0 and var height } ? height : null;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or IOException or InvalidOperationException)
        {
            // A host without a window throws one of these. PowerShell's own hosts differ in which one, and many other hosts throw
            // NotImplementedException for each member that they don't support.
            return null;
        }
    }
}
