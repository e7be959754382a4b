using Amazon.Bedrock;

namespace BedrockJobs.Aws;

/// <summary>Configures the clients of the AWS SDK.</summary>
internal static class ClientConfiguration
{
    /// <summary>
    /// The time limit of one attempt, including the response body. A page of 1,000 jobs takes well under a second. The
    /// SDK's limit of 100 seconds for each of three attempts would look like a hang.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause of the SDK before a retry.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often a request is repeated after the connection was closed, in addition to the retries. The SDK assumes
    /// that the connection was stale and would repeat the request ten times without a pause.
    /// </summary>
    private const int StaleConnectionRetries = 1;

    /// <summary>The longest time that a timer supports.</summary>
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <param name="configured">The settings of the environment and of the profile in use.</param>
    /// <param name="region">The Region to sign for.</param>
    /// <param name="endpointUrl">The URL to send requests to; null for the endpoint of the Region.</param>
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

    /// <summary>Creates a client for a configuration.</summary>
    /// <param name="credentials">
    /// The credentials that sign the requests; null for the bearer token in the environment.
    /// </param>
    /// <param name="config">The configuration.</param>
    public static JobClient CreateClient(AWSCredentials? credentials, AmazonBedrockConfig config)
    {
        if (credentials is null)
        {
            return new JobClient(config);
        }

        // A client that finds a bearer token in the environment prefers it to the specified credentials. If it can't
        // sign, it would send the sign-in token of another profile. Without providers, there is no such token.
        config.AWSTokenProvider = new AWSTokenProviderChain();
        return new JobClient(credentials, config);
    }

    /// <summary>
    /// Applies every setting that the SDK would otherwise read from the shared files. The SDK's reader drops settings
    /// that the AWS format allows, reads the profile of AWS_PROFILE even if another one is in use, and caches a failure
    /// for the lifetime of the process.
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

        // The SDK would read the files to find out whether to report each request to a monitoring agent on this
        // computer.
        AWSConfigs.CSMConfig.CSMEnabled = false;
    }

    /// <summary>Sets the Region to sign for and the URL to send requests to.</summary>
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

        // With a custom endpoint, the SDK would sign for us-east-1.
        config.AuthenticationRegion = region;
    }

    /// <summary>
    /// The time limit of a request including its retries. Each attempt has its own limit; this limit also covers the
    /// pauses between attempts and the renewal of a key.
    /// </summary>
    public static TimeSpan TimeLimit(AmazonBedrockConfig config)
    {
        var limit = (AttemptTimeout + LongestPause) * (config.MaxErrorRetry + 1d);
        return limit < LongestTimeLimit ? limit : LongestTimeLimit;
    }
}
