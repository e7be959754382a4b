using System;
using Amazon;
using Amazon.Bedrock;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal;
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

    /// <summary>The longest that a timer can wait.</summary>
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>How often a request is tried where nobody says; the default of every AWS SDK's standard mode.</summary>
    private const int DefaultAttempts = 3;

    private const string IgnoreVariable = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

    /// <param name="settings">What the user says.</param>
    /// <param name="profile">The profile in use; null where there is none.</param>
    /// <param name="region">The Region to sign for.</param>
    public static AmazonBedrockConfig Create(ConnectionSettings settings, CredentialProfile? profile, string region)
    {
        var config = new AmazonBedrockConfig
        {
            // The SDK signs for us-east-1 where the endpoint comes from the environment, unless it is told.
            AuthenticationRegion = region,
            Timeout = AttemptTimeout,
            ConnectTimeout = ConnectTimeout,
            MaxStaleConnectionRetries = StaleConnectionRetries,

            // The SDK would look into the default profile where there is no profile of the name.
            Profile = new Profile(ProfileLookup.NameOf(settings), settings.ProfileLocation),
        };
        ApplyProfile(config, profile);
        if (settings.EndpointUrl is not null)
        {
            config.ServiceURL = settings.EndpointUrl;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.IgnoreConfiguredEndpointUrls |= IsConfiguredEndpointEmpty(config.Profile);
            ApplyEndpointBesideServices(config, settings, profile);
        }

        return config;
    }

    /// <summary>The client of a configuration.</summary>
    /// <param name="credentials">What to sign with; null for the bearer token of the environment.</param>
    /// <param name="config">The configuration.</param>
    public static AmazonBedrockClient CreateClient(AWSCredentials? credentials, AmazonBedrockConfig config)
    {
        if (credentials is null)
        {
            return new AmazonBedrockClient(config);
        }

        // A client that finds a bearer token in the environment prefers it to the credentials that it is given; and where it
        // can't sign, it would send the token of another profile's login. With no provider there is none to send.
        config.AWSTokenProvider = new AWSTokenProviderChain();
        return new AmazonBedrockClient(credentials, config);
    }

    /// <summary>
    /// Sets what the environment says, or else the profile in use. The SDK reads it of the profile of AWS_PROFILE alone,
    /// whichever is in use.
    /// </summary>
    public static void ApplyProfile(ClientConfig config, CredentialProfile? profile)
    {
        var environment = new EnvironmentVariableInternalConfiguration();
        config.RetryMode = environment.RetryMode ?? profile?.RetryMode ?? RequestRetryMode.Standard;
        config.MaxErrorRetry = (environment.MaxAttempts ?? profile?.MaxAttempts ?? DefaultAttempts) - 1;
        config.UseFIPSEndpoint = environment.UseFIPSEndpoint ?? profile?.UseFIPSEndpoint ?? false;
        config.UseDualstackEndpoint = environment.UseDualstackEndpoint ?? profile?.UseDualstackEndpoint ?? false;
        config.IgnoreConfiguredEndpointUrls =
            (IsSet(IgnoreVariable) ? environment.IgnoreConfiguredEndpointUrls : profile?.IgnoreConfiguredEndpointUrls) ?? false;
    }

    // Where a profile has a services section the SDK does not look at its endpoint_url, though that section may name no
    // endpoint of Amazon Bedrock.
    private static void ApplyEndpointBesideServices(
        AmazonBedrockConfig config, ConnectionSettings settings, CredentialProfile? profile)
    {
        if (profile?.Services is not null
            && !config.IgnoreConfiguredEndpointUrls
            && config.ServiceURL is null
            && ProfileSection.Read(profile.Name, settings.ProfileLocation).TryGetValue("endpoint_url", out var endpoint)
            && endpoint.Length > 0)
        {
            config.ServiceURL = endpoint;
        }
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    // An environment that says AWS_ENDPOINT_URL= means none; the SDK takes the empty text for an address. A configuration
    // looks for that once, and forgets its Region then, so another one is asked.
    private static bool IsConfiguredEndpointEmpty(Profile profile)
    {
        try
        {
            return new AmazonBedrockConfig { Profile = profile }.ServiceURL is { Length: 0 };
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
    public static TimeSpan TimeLimit(AmazonBedrockConfig config)
    {
        var limit = (AttemptTimeout + LongestPause) * (config.MaxErrorRetry + 1d);
        return limit < LongestTimeLimit ? limit : LongestTimeLimit;
    }
}
