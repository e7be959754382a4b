using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Identity;

namespace BedrockJobs.Aws.Identity;

/// <summary>The SDK's own ways to an identity, but for <see cref="CredentialsResolver"/>.</summary>
internal sealed class IdentityResolvers : IIdentityResolverConfiguration
{
    public static readonly IdentityResolvers Instance = new();

    private readonly IIdentityResolverConfiguration _sdk = DefaultIdentityResolverConfiguration.Instance;
    private readonly CredentialsResolver _credentials;

    private IdentityResolvers()
    {
        IdentityClients.Register();
        _credentials = new CredentialsResolver(_sdk.GetIdentityResolver<AWSCredentials>());
    }

    public IIdentityResolver GetIdentityResolver<T>()
        where T : BaseIdentity =>
        typeof(T) == typeof(AWSCredentials) ? _credentials : _sdk.GetIdentityResolver<T>();
}
