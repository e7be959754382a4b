using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace BedrockJobs.Loader;

/// <summary>
/// Holds BedrockJobs.Aws with its own AWS SDK, whatever SDK the session or another module has loaded. All versions 4.x
/// of AWSSDK.Core call themselves 4.0.0.0, so a context that merely answered resolve events would be given the one that
/// is already there: <see cref="Load"/> is asked first.
/// </summary>
internal sealed class IsolatedLoadContext : AssemblyLoadContext
{
    private readonly string _folder;

    public IsolatedLoadContext(string folder)
        : base("BedrockJobs")
    {
        _folder = folder;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");

        // What is not here, the cmdlets' own assembly among it, is shared with the session.
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
