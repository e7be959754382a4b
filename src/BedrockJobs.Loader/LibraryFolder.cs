using System;
using System.IO;
using System.Runtime.InteropServices;

namespace BedrockJobs.Loader;

/// <summary>
/// Where the service half is: compiled to machine code for this .NET and this kind of machine, where the module has that
/// with it, or else portable. Machine code spares the first request much of its wait; .NET takes none that was made for
/// an earlier version of it.
/// </summary>
internal static class LibraryFolder
{
    private const string Portable = "net8.0";

    /// <summary>The folder to load from, below the module's own.</summary>
    public static string Below(string module)
    {
        var library = Path.Combine(module, "lib");
        var machineCode = Path.Combine(library, $"net{Environment.Version.Major}.0-{RuntimeInformation.RuntimeIdentifier}");
        return Directory.Exists(machineCode) ? machineCode : Path.Combine(library, Portable);
    }
}
