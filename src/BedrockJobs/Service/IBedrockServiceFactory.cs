namespace BedrockJobs.Service;

/// <summary>Makes connections. Implemented beside <see cref="IBedrockService"/>.</summary>
internal interface IBedrockServiceFactory
{
    /// <summary>Chooses identity, Region and endpoint; sends nothing yet.</summary>
    /// <exception cref="BedrockRequestException">No Region or no such profile was found.</exception>
    IBedrockService Connect(ConnectionSettings settings);
}
