using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The clients of the identity services. By default, the SDK looks for them by name in the whole process, and might find
/// the incompatible clients of another module.
/// </summary>
internal static class IdentityClients
{
    /// <summary>
    /// The time limit of an attempt. These services respond within a second. The SDK's limit of 100 seconds would look
    /// like a hang.
    /// </summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The number of retries. It's small because the user sees nothing of the jobs while a key is requested.
    /// </summary>
    public const int Retries = 1;

    public static AmazonSecurityTokenServiceClient SecurityToken(
        ConnectionContext context, AWSCredentials credentials, RegionEndpoint region) =>
        new(credentials, In(context, new AmazonSecurityTokenServiceConfig(), "sts", region));

    public static AmazonSSOClient Sso(ConnectionContext context, RegionEndpoint region) =>
        new(new AnonymousAWSCredentials(), In(context, new AmazonSSOConfig(), "sso", region));

    public static AmazonSSOOIDCClient SsoOidc(ConnectionContext context, RegionEndpoint region) =>
        new(new AnonymousAWSCredentials(), In(context, new AmazonSSOOIDCConfig(), "sso_oidc", region));

    /// <summary>Credentials that always provide the same key.</summary>
    public static AWSCredentials Fixed(ImmutableCredentials key) => key.UseToken
        ? new SessionAWSCredentials(key.AccessKey, key.SecretKey, key.Token)
        : new BasicAWSCredentials(key.AccessKey, key.SecretKey);

    /// <summary>The key in a response of the Security Token Service.</summary>
    /// <exception cref="AmazonClientException">There is none.</exception>
    public static RefreshingAWSCredentials.CredentialsRefreshState StateOf(Amazon.SecurityToken.Model.Credentials? key) =>
        key is { AccessKeyId: not null, SecretAccessKey: not null, Expiration: { } expiration }
            ? new(key.GetCredentials(), expiration)
            : throw new AmazonClientException(SR.CredentialsSubject);

    private static T In<T>(ConnectionContext context, T config, string service, RegionEndpoint region)
        where T : ClientConfig
    {
        // The client is configured by the profile in use, like the client of Amazon Bedrock.
        SdkConfiguration.Apply(config, context.Configured);

        // The Security Token Service has no path of its own: requests go to the path of the endpoint and a slash, and are
        // signed without the slash if the endpoint doesn't end with one.
        var endpoint = EndpointChoice.OfService(service, context.Configured)?.Address;
        SdkConfiguration.Direct(config, region.SystemName, endpoint is null ? null : endpoint + "/");
        config.MaxErrorRetry = Math.Min(config.MaxErrorRetry, Retries);
        config.MaxStaleConnectionRetries = Retries;
        config.Timeout = TimeLimit.Of(AttemptTimeout);
        config.ConnectTimeout = TimeLimit.Of(ConnectTimeout);
        config.HttpClientFactory = new TransportClientFactory(() => context, ReplyReader.LongestShortReply);
        return config;
    }
}
