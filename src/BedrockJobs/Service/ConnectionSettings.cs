namespace BedrockJobs.Service;

/// <summary>What the user said about identity, Region and endpoint; null where it is left to the environment.</summary>
internal sealed class ConnectionSettings
{
    public string? Region { get; set; }

    public string? ProfileName { get; set; }

    public string? EndpointUrl { get; set; }
}
