using System.Runtime.InteropServices;

namespace BedrockJobs.Loader;

/// <summary>
/// Locates the service half: compiled to machine code for this .NET version and platform if the module contains it, or
/// else the portable assemblies. Machine code makes the first request faster. .NET doesn't use machine code that was
/// compiled for an earlier version.
/// </summary>
internal static class LibraryFolder
{
    private const string Portable = "net8.0";

    /// <summary>Returns the folder to load from, below the folder of the module.</summary>
    public static string Below(string module)
    {
        var library = Path.Combine(module, "lib");
        var machineCode = Path.Combine(library, $"net{Environment.Version.Major}.0-{RuntimeInformation.RuntimeIdentifier}");
        return Directory.Exists(machineCode) ? machineCode : Path.Combine(library, Portable);
    }
}
