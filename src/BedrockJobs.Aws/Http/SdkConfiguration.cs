namespace BedrockJobs.Aws.Http;

/// <summary>Configures the clients of the AWS SDK.</summary>
internal static class SdkConfiguration
{
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
        config.ClientAppId = UserAgentText.Part(configured.ApplicationId);
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

    public static void Direct(ClientConfig config, string region, string? endpointUrl)
    {
        if (endpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpointUrl;

            // As in the AWS CLI, the endpoint takes precedence. The SDK would refuse the request.
            config.UseFIPSEndpoint = false;
            config.UseDualstackEndpoint = false;
        }

        // With a custom endpoint, the SDK would sign for us-east-1.
        config.AuthenticationRegion = region;
    }
}
