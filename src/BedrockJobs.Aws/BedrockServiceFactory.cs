namespace BedrockJobs.Aws;

/// <summary>Connects to Amazon Bedrock with the credential providers, endpoints, and retries of the AWS SDK.</summary>
internal sealed class BedrockServiceFactory : IBedrockServiceFactory
{
    public BedrockServiceFactory()
    {
        RequestTimeoutRetrying.Register();
    }

    public IReadOnlyList<AwsRegion> Regions => KnownRegions.All;

    // Reading the shared files can block, so it isn't done on the caller's thread.
    public Task<IBedrockService> ConnectAsync(ConnectionSettings settings)
    {
        ReplyWarmup.Start();
        return Task.Run<IBedrockService>(() => BedrockService.ConnectAsync(settings));
    }

    public IReadOnlyList<string> ProfileNames(string? profileLocation)
    {
        try
        {
            // The Tab key waits for the names.
            return ProfileSet.ReadAsync(profileLocation, isNeeded: false).GetAwaiter().GetResult().Names;
        }
        catch (SharedFileException fault)
        {
            throw ProfileChoice.Translate(fault);
        }
    }
}
