using System;
using Amazon;
using Amazon.Bedrock;
using Amazon.Runtime;
using BedrockJobs.Aws.Identity;
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

    /// <summary>The longest that the SDK pauses before it tries again.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often a request is repeated, beside the retries, because the connection broke. The SDK takes each such break
    /// for a connection that had gone stale, and would repeat ten times without a pause.
    /// </summary>
    private const int StaleConnectionRetries = 1;

    public static AmazonBedrockConfig Create(ConnectionSettings settings, string region)
    {
        var config = new AmazonBedrockConfig
        {
            // The SDK signs for us-east-1 where the endpoint comes from the environment, unless it is told.
            AuthenticationRegion = region,
            Timeout = AttemptTimeout,
            ConnectTimeout = ConnectTimeout,
            MaxStaleConnectionRetries = StaleConnectionRetries,
            IdentityResolverConfiguration = IdentityResolvers.Instance,
        };
        if (settings.ProfileName is not null)
        {
            config.Profile = new Profile(settings.ProfileName);
        }

        if (settings.EndpointUrl is not null)
        {
            config.ServiceURL = settings.EndpointUrl;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.IgnoreConfiguredEndpointUrls |= IsConfiguredEndpointEmpty();
        }

        return config;
    }

    // An environment that says AWS_ENDPOINT_URL= means none; the SDK takes the empty text for an address. A configuration
    // looks for that once, and forgets its Region then, so another one is asked.
    private static bool IsConfiguredEndpointEmpty()
    {
        try
        {
            return new AmazonBedrockConfig().ServiceURL is { Length: 0 };
        }
        catch (AmazonClientException)
        {
            // It is no address at all, which EndpointChoice tells.
            return false;
        }
    }

    /// <summary>
    /// How long a request may take with all its retries. The limit of an attempt ends with the reply's headers, so this
    /// is what ends a reply that stalls in the middle.
    /// </summary>
    public static TimeSpan TimeLimit(AmazonBedrockConfig config) =>
        (AttemptTimeout + LongestPause) * (config.MaxErrorRetry + 1);
}
