namespace BedrockJobs.Service;

/// <summary>Makes connections. Implemented beside <see cref="IBedrockService"/>.</summary>
internal interface IBedrockServiceFactory
{
    /// <summary>Chooses identity, Region and endpoint; sends nothing yet.</summary>
    /// <exception cref="BedrockRequestException">What is set or configured does not make a connection.</exception>
    IBedrockService Connect(ConnectionSettings settings);
}
