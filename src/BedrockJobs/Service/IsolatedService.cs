namespace BedrockJobs.Service;

/// <summary>Finds the part of the module that is loaded with its AWS SDK in a separate assembly load context.</summary>
internal static class IsolatedService
{
    private const string FactoryType = "BedrockJobs.Aws.BedrockServiceFactory, BedrockJobs.Aws";

    // A failure isn't cached, so that the module can be imported correctly after an incorrect import.
    private static readonly Lazy<IBedrockServiceFactory> LazyFactory = new(Create, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>
    /// The only access to the service. The AWS SDK is loaded on first use, so that importing the module is fast.
    /// </summary>
    public static IBedrockServiceFactory Factory => LazyFactory.Value;

    private static IBedrockServiceFactory Create()
    {
        // The type is loaded by name, because a compiled reference would bind in the default context, next to any other
        // AWS SDK there.
        var type = Type.GetType(FactoryType, throwOnError: false)
            ?? throw UnexpectedFailure.ModuleIncomplete("BedrockJobs.Aws.dll");
        return (IBedrockServiceFactory)Activator.CreateInstance(type)!;
    }
}
