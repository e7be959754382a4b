using System;
using Amazon;
using Amazon.Bedrock;
using Amazon.Runtime;
using BedrockJobs.Aws.Profiles;
using BedrockJobs.Aws.Replies;

namespace BedrockJobs.Aws;

/// <summary>Sets up the AWS SDK's clients.</summary>
internal static class ClientConfiguration
{
    /// <summary>
    /// How long one attempt at a request may take, the whole reply included. A page of 1,000 jobs takes well under a second; the SDK's own limit
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

    /// <summary>The longest that a timer can wait.</summary>
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <param name="configured">The settings of the environment and of the profile in use.</param>
    /// <param name="region">The Region to sign for.</param>
    /// <param name="endpointUrl">The address to send requests to; null for the Region's.</param>
    public static AmazonBedrockConfig Create(ConfiguredSettings configured, string region, string? endpointUrl)
    {
        var config = new AmazonBedrockConfig
        {
            Timeout = AttemptTimeout,
            ConnectTimeout = ConnectTimeout,
            MaxStaleConnectionRetries = StaleConnectionRetries,
        };
        Apply(config, configured);
        Direct(config, region, endpointUrl);
        return config;
    }

    /// <summary>The client of a configuration.</summary>
    /// <param name="credentials">What to sign with; null for the bearer token of the environment.</param>
    /// <param name="config">The configuration.</param>
    public static CheckingClient CreateClient(AWSCredentials? credentials, AmazonBedrockConfig config)
    {
        if (credentials is null)
        {
            return new CheckingClient(config);
        }

        // A client that finds a bearer token in the environment prefers it to the credentials that it is given; and where it
        // can't sign, it would send the token of another profile's login. With no provider there is none to send.
        config.AWSTokenProvider = new AWSTokenProviderChain();
        return new CheckingClient(credentials, config);
    }

    /// <summary>
    /// Makes every setting that the SDK would otherwise look for in the shared files. Its own reader loses what AWS's format
    /// allows, reads the profile of AWS_PROFILE whichever is in use, and remembers a failure for as long as the process lives.
    /// </summary>
    public static void Apply(ClientConfig config, ConfiguredSettings configured)
    {
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.RetryMode = configured.RetryMode;
        config.MaxErrorRetry = configured.MaxAttempts - 1;
        config.UseFIPSEndpoint = configured.UseFipsEndpoint;
        config.UseDualstackEndpoint = configured.UseDualstackEndpoint;
        ConfiguredSettings.CheckUserAgent();
        config.ClientAppId = configured.ApplicationId;
        config.IgnoreConfiguredEndpointUrls = true;
        config.AccountIdEndpointMode = AccountIdEndpointMode.PREFERRED;
        config.AuthSchemePreference = [];
        config.SigV4aSigningRegionSet = [];
        config.DisableClockSkewCorrection = false;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 10240;
        config.EndpointDiscoveryEnabled = false;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;

        // The SDK would read the files for whether it should report each request to an agent on this machine.
        AWSConfigs.CSMConfig.CSMEnabled = false;
    }

    /// <summary>Sets the Region to sign for and the address to send to.</summary>
    public static void Direct(ClientConfig config, string region, string? endpointUrl)
    {
        if (endpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpointUrl;
        }

        // With an address of its own the SDK would sign for us-east-1.
        config.AuthenticationRegion = region;
    }

    /// <summary>
    /// How long a request may take with all its retries. Each attempt has its own limit; this one covers the pauses between
    /// them, and the way to a key that has to be renewed.
    /// </summary>
    public static TimeSpan TimeLimit(AmazonBedrockConfig config)
    {
        var limit = (AttemptTimeout + LongestPause) * (config.MaxErrorRetry + 1d);
        return limit < LongestTimeLimit ? limit : LongestTimeLimit;
    }
}
