using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Provides this module's clients for the identity services to the AWS SDK. By default, the SDK looks for them by name
/// in the whole process, and might find the incompatible clients of another module.
/// </summary>
internal static class IdentityClients
{
    /// <summary>
    /// The time limit of an attempt. These services respond within a second. The SDK's limit of 100 seconds would look
    /// like a hang.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The number of retries. It's small because the user sees nothing of the jobs while a key is requested.
    /// </summary>
    private const int Retries = 1;

    /// <summary>
    /// Registers the clients with the SDK. Call this before the SDK first looks for credentials. Calling it again has
    /// no effect.
    /// </summary>
    public static void Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;

        // For web identities and SAML, which need no key. To assume a role, the client needs a key, which the SDK
        // doesn't pass: see RoleCredentials.
        registry.RegisterSecurityTokenServiceClient(context =>
            SecurityToken(new AnonymousAWSCredentials(), context.SecurityTokenServiceClientContextData.Region));
        registry.RegisterSSOClient(context => new PortalClient(
            In(new AmazonSSOConfig(), "sso", context.SSOClientContextData.Region)));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(),
            In(new AmazonSSOOIDCConfig(), "sso_oidc", context.SSOOIDCClientContextData.Region)));
    }

    /// <summary>Creates a client of the Security Token Service.</summary>
    public static AmazonSecurityTokenServiceClient SecurityToken(AWSCredentials credentials, RegionEndpoint region) =>
        new(Checked(credentials), In(new AmazonSecurityTokenServiceConfig(), "sts", region));

    // A key that assumes a role is sent like any other key.
    private static AWSCredentials Checked(AWSCredentials credentials) => credentials is AnonymousAWSCredentials
        ? credentials
        : new CheckedCredentials(credentials, string.Format(CultureInfo.CurrentCulture, SR.RoleSource, IdentityContext.ProfileName));

    private static T In<T>(T config, string service, RegionEndpoint region)
        where T : ClientConfig
    {
        // The client is configured by the profile in use, like the client of Amazon Bedrock.
        var context = IdentityContext.Current;
        var configured = context?.Configured ?? new ConfiguredSettings(profile: null);
        ClientConfiguration.Apply(config, configured);

        // The Security Token Service has no path of its own: requests go to the path of the endpoint and a slash, and are
        // signed without the slash if the endpoint doesn't end with one.
        var endpoint = EndpointChoice.OfService(service, configured, context?.Profile, context?.Profiles)?.Address;
        ClientConfiguration.Direct(config, region.SystemName, endpoint is null ? null : endpoint + "/");
        config.MaxErrorRetry = Math.Min(config.MaxErrorRetry, Retries);
        config.MaxStaleConnectionRetries = Retries;
        config.Timeout = AttemptTimeout;
        config.ConnectTimeout = ConnectTimeout;
        config.HttpClientFactory = new TransportClientFactory(IdentityContext.CurrentTransport, ReplyReader.LongestShortReply);
        return config;
    }
}
