using Amazon.Bedrock;

namespace BedrockJobs.Aws.Tests;

/// <summary>Connections to an address, without the settings of the computer.</summary>
internal static class TestService
{
    // Long enough for a busy computer.
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);

    static TestService() => RequestTimeoutRetrying.Register();

    /// <summary>The context of a command without a profile.</summary>
    public static ConnectionContext Context(CancellationToken ended = default) => new()
    {
        Transport = Transport.For(caBundle: null, ProxyVariables.None),
        Configured = new ConfiguredSettings(profile: null),
        Scope = CommandScope.Of(null),
        Ended = ended,
    };

    /// <summary>A connection that makes one attempt by default.</summary>
    public static BedrockService At(string address, int attempts = 1, TimeSpan? attemptTimeout = null, TimeSpan? limit = null)
    {
        var config = new AmazonBedrockConfig
        {
            ServiceURL = address,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = attempts - 1,
            MaxStaleConnectionRetries = 0,
            Timeout = attemptTimeout ?? Ample,
        };
        return new BedrockService(config, new ChosenCredentials(new BasicAWSCredentials("key", "secret"), "test"), Context())
        {
            Region = "us-east-1",
            Name = "us-east-1",
            ProfileName = null,
            Endpoint = address,
            LimitOfRequest = limit ?? (Ample * attempts),
        };
    }
}
