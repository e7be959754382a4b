using System.Management.Automation.Host;

namespace BedrockJobs.Running;

/// <summary>The size of the host's window.</summary>
internal static class HostWindow
{
    /// <summary>The number of lines; null if the host has no window.</summary>
    public static int? Height(PSHost host) => Read(host, ui => ui.WindowSize.Height);

    /// <summary>The number of columns, as for formatted output; null if the host has no window.</summary>
    public static int? Width(PSHost host) => Read(host, ui => ui.BufferSize.Width);

    private static int? Read(PSHost host, Func<PSHostRawUserInterface, int> read)
    {
        try
        {
            return host.UI?.RawUI is { } ui && read(ui) is > 0 and var size ? size : null;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or IOException or InvalidOperationException)
        {
            // A host without a window throws one of these. PowerShell's own hosts differ in which one, and many other hosts throw
            // NotImplementedException for each member that they don't support.
            return null;
        }
    }
}
