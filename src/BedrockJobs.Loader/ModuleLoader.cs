using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace BedrockJobs.Loader;

/// <summary>
/// Runs when the module is imported: tells the session where BedrockJobs.Aws is, and that it belongs in a context of
/// its own. Nothing is loaded yet.
/// </summary>
public sealed class ModuleLoader : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string IsolatedAssembly = "BedrockJobs.Aws";

    private static readonly string IsolatedFolder =
        Path.Combine(Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!, "lib", "net8.0");

    private static readonly IsolatedLoadContext Context = new(IsolatedFolder);

    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport()
    {
        // Import-Module -Force imports again without removing first.
        AssemblyLoadContext.Default.Resolving -= Resolve;
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Called by PowerShell when the module is removed.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == IsolatedAssembly ? Context.LoadFromAssemblyName(name) : null;
}
