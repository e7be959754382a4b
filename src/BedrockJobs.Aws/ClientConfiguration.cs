using System;
using Amazon;
using Amazon.Bedrock;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Sets up the AWS SDK's client.</summary>
internal static class ClientConfiguration
{
    /// <summary>
    /// How long one attempt at a request may take. A page of 1,000 jobs takes well under a second; the SDK's own limit
    /// of 100 seconds, for each of three attempts, would look like a hang.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    public static AmazonBedrockConfig Create(ConnectionSettings settings, string region)
    {
        var config = new AmazonBedrockConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            // The SDK signs for us-east-1 where the endpoint comes from the environment, unless it is told.
            AuthenticationRegion = region,
            Timeout = AttemptTimeout,
            ConnectTimeout = ConnectTimeout,
        };
        if (settings.ProfileName is not null)
        {
            config.Profile = new Profile(settings.ProfileName);
        }

        if (settings.EndpointUrl is not null)
        {
            config.ServiceURL = settings.EndpointUrl;
        }

        return config;
    }
}
