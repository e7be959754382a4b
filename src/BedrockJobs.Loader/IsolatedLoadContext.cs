using System.Reflection;
using System.Runtime.Loader;

namespace BedrockJobs.Loader;

/// <summary>
/// Loads BedrockJobs.Aws with its own AWS SDK, whatever SDK the session or another module has loaded. All 4.x versions
/// of AWSSDK.Core have the assembly version 4.0.0.0, so a context that only handles the Resolving event would get the
/// version that is already loaded. <see cref="Load"/> is called first.
/// </summary>
internal sealed class IsolatedLoadContext : AssemblyLoadContext
{
    /// <summary>
    /// The clients that AWSSDK.Core searches for in the whole process and takes from the first context that contains
    /// them. The SDK of another module must not find these clients: it can't use them, and could no longer assume a
    /// role.
    /// </summary>
    private static readonly HashSet<string> SoughtByEverySdk = ["AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC"];

    private readonly Dictionary<string, Assembly> _disguised = [];
    private readonly string _folder;

    public IsolatedLoadContext(string folder)
        : base("BedrockJobs")
    {
        _folder = folder;
    }

    /// <summary>Returns the assembly with a name from the folder; null for none.</summary>
    public Assembly? Find(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        var path = Path.Combine(_folder, name + ".dll");
        if (!File.Exists(path))
        {
            return null;
        }

        return SoughtByEverySdk.Contains(name) ? LoadDisguised(name, path) : LoadFromAssemblyPath(path);
    }

    // Everything that isn't in the folder, including the assembly of the cmdlets, is shared with the session.
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);

    // Every thread that first needs the assembly calls this method, and .NET can't load an assembly from memory twice.
    private Assembly LoadDisguised(string name, string path)
    {
        lock (_disguised)
        {
            if (!_disguised.TryGetValue(name, out var assembly))
            {
                assembly = LoadFromStream(DisguisedImage.Read(path));
                _disguised.Add(name, assembly);
            }

            return assembly;
        }
    }
}
