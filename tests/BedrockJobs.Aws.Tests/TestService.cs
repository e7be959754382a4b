using System;
using Amazon.Bedrock;
using Amazon.Runtime;
using BedrockJobs.Aws.Http;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Tests;

/// <summary>Makes connections as the factory does, over the module's own transport.</summary>
internal static class TestService
{
    public static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);

    static TestService() => RequestTimeoutRetrying.Register();

    /// <param name="address">Where to send.</param>
    /// <param name="attempts">How often a request is sent at most.</param>
    /// <param name="attemptTimeout">How long an attempt may take; null for long enough.</param>
    /// <param name="timeLimit">How long all attempts may take; null for long enough.</param>
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
