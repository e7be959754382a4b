using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace BedrockJobs.Loader;

/// <summary>
/// Runs when the module is imported. It registers where BedrockJobs.Aws is and that it's loaded in a separate context.
/// Nothing is loaded yet.
/// </summary>
/// <remarks>
/// Removing the module undoes nothing: assemblies stay in the process, and another runspace might use them or send its
/// first request later.
/// </remarks>
public sealed class ModuleLoader : IModuleAssemblyInitializer
{
    private const string IsolatedAssembly = "BedrockJobs.Aws";

    private static readonly IsolatedLoadContext Context = new(
        LibraryFolder.Below(Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!));

    // Runs once in a process, regardless of how many runspaces import the module and how often.
    static ModuleLoader() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>
    /// PowerShell calls this method when the module is imported. Running the static constructor is all that is needed.
    /// </summary>
    public void OnImport()
    {
    }

    // LoadFromAssemblyName would call this method again if the file is missing, and recurse without end.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == IsolatedAssembly ? Context.Find(name) : null;
}
