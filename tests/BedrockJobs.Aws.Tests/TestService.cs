using Amazon.Bedrock;

namespace BedrockJobs.Aws.Tests;

/// <summary>Makes connections as the factory does, with the transport of the module.</summary>
internal static class TestService
{
    public static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);

    static TestService() => RequestTimeoutRetrying.Register();

    /// <param name="address">The address of the service.</param>
    /// <param name="attempts">The maximum number of attempts.</param>
    /// <param name="attemptTimeout">The time limit of an attempt; null for a generous one.</param>
    /// <param name="timeLimit">The time limit of all attempts; null for a generous one.</param>
    public static BedrockService At(
        string address, int attempts = 1, TimeSpan? attemptTimeout = null, TimeSpan? timeLimit = null)
    {
        var config = new AmazonBedrockConfig
        {
            ServiceURL = address,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = attempts - 1,
            MaxStaleConnectionRetries = 0,
            Timeout = attemptTimeout ?? Ample,
            HttpClientFactory = new TransportClientFactory(
                Transport.For(caBundle: null, ProxyVariables.None), ReplyReader.LongestPage),
        };
        return new BedrockService(config, new ChosenCredentials(new BasicAWSCredentials("key", "secret"), "test"))
        {
            Region = "us-east-1",
            Name = "us-east-1",
            ProfileName = null,
            Endpoint = config.ServiceURL,
            TimeLimit = timeLimit ?? (Ample * attempts),
            IdentityContext = new IdentityContext
            {
                Configured = new ConfiguredSettings(profile: null),
                Scope = CommandScope.Of(null),
            },
        };
    }
}
