using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace BedrockJobs.Loader;

/// <summary>
/// Runs when the module is imported: tells the session where BedrockJobs.Aws is, and that it belongs in a context of
/// its own. Nothing is loaded yet.
/// </summary>
/// <remarks>
/// Nothing is taken back when the module is removed: assemblies stay in the process, where another runspace may be
/// using them or is yet to make its first request.
/// </remarks>
public sealed class ModuleLoader : IModuleAssemblyInitializer
{
    private const string IsolatedAssembly = "BedrockJobs.Aws";

    private static readonly IsolatedLoadContext Context = new(
        LibraryFolder.Below(Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!));

    // Once for the process, however often and in however many runspaces the module is imported.
    static ModuleLoader() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>Called by PowerShell when the module is imported; that this class is in use is all it takes.</summary>
    public void OnImport()
    {
    }

    // Not LoadFromAssemblyName: where the file is missing, that would come back here, and so on for ever.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == IsolatedAssembly ? Context.Find(name) : null;
}
