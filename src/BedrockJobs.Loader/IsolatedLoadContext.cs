using System.Collections.Generic;
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
    /// <summary>
    /// The clients that every AWSSDK.Core looks for in all of the process and takes from the first context that has
    /// them. Another module's SDK must not come upon these: it can't use them, and would assume no role any more.
    /// </summary>
    private static readonly HashSet<string> SoughtByEverySdk = ["AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC"];

    private readonly Dictionary<string, Assembly> _disguised = [];
    private readonly string _folder;

    public IsolatedLoadContext(string folder)
        : base("BedrockJobs")
    {
        _folder = folder;
    }

    /// <summary>The assembly of that name in the folder; null where there is none.</summary>
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

    // What is not in the folder, the cmdlets' own assembly among it, is shared with the session.
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);

    // Every thread that needs the assembly for the first time asks, and .NET refuses to load it from memory twice.
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
