using System;
using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;
using BedrockJobs.Aws.Http;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Gives the AWS SDK this module's own clients for the services that hand out identities. Left to itself it looks for
/// them by name in all of the process, and so finds another module's, which are no kin to it.
/// </summary>
internal static class IdentityClients
{
    /// <summary>
    /// How long an attempt may take. These services answer within a second; the SDK's own limit of 100 would look like a
    /// hang.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>How often a request is repeated: whoever waits for a key waits before anything is seen of jobs.</summary>
    private const int Retries = 1;

    /// <summary>Has the SDK ask here. To be called before it first looks for credentials; again does no harm.</summary>
    public static void Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;

        // For web identities and SAML, which prove who they are by themselves. For a role it takes a key to call the
        // service, which the SDK does not pass on: see RoleCredentials.
        registry.RegisterSecurityTokenServiceClient(context =>
            SecurityToken(new AnonymousAWSCredentials(), context.SecurityTokenServiceClientContextData.Region));
        registry.RegisterSSOClient(context => new PortalClient(
            In(new AmazonSSOConfig(), "sso", context.SSOClientContextData.Region)));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(),
            In(new AmazonSSOOIDCConfig(), "sso_oidc", context.SSOOIDCClientContextData.Region)));
    }

    /// <summary>A client of the Security Token Service.</summary>
    public static AmazonSecurityTokenServiceClient SecurityToken(AWSCredentials credentials, RegionEndpoint region) =>
        new(Checked(credentials), In(new AmazonSecurityTokenServiceConfig(), "sts", region));

    // A key that assumes a role is sent like any other.
    private static AWSCredentials Checked(AWSCredentials credentials) => credentials is AnonymousAWSCredentials
        ? credentials
        : new CheckedCredentials(credentials, string.Format(CultureInfo.CurrentCulture, SR.RoleSource, IdentityContext.ProfileName));

    private static T In<T>(T config, string service, RegionEndpoint region)
        where T : ClientConfig
    {
        // Set up as the profile in use says, like the client of Amazon Bedrock.
        var context = IdentityContext.Current;
        var configured = context?.Configured ?? new ConfiguredSettings(profile: null);
        ClientConfiguration.Apply(config, configured);
        ClientConfiguration.Direct(
            config,
            region.SystemName,
            EndpointChoice.OfService(service, configured, context?.Profile, context?.Profiles)?.Address);
        config.MaxErrorRetry = Math.Min(config.MaxErrorRetry, Retries);
        config.MaxStaleConnectionRetries = Retries;
        config.Timeout = AttemptTimeout;
        config.ConnectTimeout = ConnectTimeout;
        config.HttpClientFactory = new TransportClientFactory(
            context?.Transport ?? Transport.For(CaBundle.Choose(() => default), ProxyVariables.Read()),
            ReplyReader.LongestShortReply);
        return config;
    }
}
