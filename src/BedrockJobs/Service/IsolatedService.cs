using System;
using System.Threading;

namespace BedrockJobs.Service;

/// <summary>Finds the half of the module that lives with its AWS SDK in an assembly-load context of its own.</summary>
internal static class IsolatedService
{
    private const string FactoryType = "BedrockJobs.Aws.BedrockServiceFactory, BedrockJobs.Aws";

    // A failure is not kept: after the module was imported the wrong way it can be imported the right way.
    private static readonly Lazy<IBedrockServiceFactory> LazyFactory = new(Create, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The one way to the service. The AWS SDK is loaded at its first use, so that importing costs nothing.</summary>
    public static IBedrockServiceFactory Factory => LazyFactory.Value;

    private static IBedrockServiceFactory Create()
    {
        // By name: a compiled reference would bind in the session's own context, beside whatever SDK is there.
        var type = Type.GetType(FactoryType, throwOnError: false)
            ?? throw MissingModuleFile.Error("BedrockJobs.Aws.dll");
        return (IBedrockServiceFactory)Activator.CreateInstance(type)!;
    }
}
