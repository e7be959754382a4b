using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Identity;

namespace BedrockJobs.Aws.Identity;

/// <summary>Finds credentials as the SDK does, and sees to it that roles are assumed with this module's own client.</summary>
internal sealed class CredentialsResolver : IIdentityResolver<AWSCredentials>
{
    // The SDK keeps what it found, and with it the role's key until that expires; so does this.
    private static readonly ConditionalWeakTable<AssumeRoleAWSCredentials, RoleCredentials> Roles = [];

    private readonly IIdentityResolver _sdk;

    public CredentialsResolver(IIdentityResolver sdk)
    {
        _sdk = sdk;
    }

    public AWSCredentials ResolveIdentity(IClientConfig clientConfig) =>
        Own((AWSCredentials)_sdk.ResolveIdentity(clientConfig), clientConfig);

    public async Task<AWSCredentials> ResolveIdentityAsync(
        IClientConfig clientConfig, CancellationToken cancellationToken = default)
    {
        var identity = await _sdk.ResolveIdentityAsync(clientConfig, cancellationToken).ConfigureAwait(false);
        return Own((AWSCredentials)identity, clientConfig);
    }

    BaseIdentity IIdentityResolver.ResolveIdentity(IClientConfig clientConfig) => ResolveIdentity(clientConfig);

    async Task<BaseIdentity> IIdentityResolver.ResolveIdentityAsync(
        IClientConfig clientConfig, CancellationToken cancellationToken) =>
        await ResolveIdentityAsync(clientConfig, cancellationToken).ConfigureAwait(false);

    // A role's source may be a role in its turn.
    private static AWSCredentials Own(AWSCredentials credentials, IClientConfig config) =>
        credentials is AssumeRoleAWSCredentials role
            ? Roles.GetValue(role, given => new RoleCredentials(given, Own(given.SourceCredentials, config), RegionOf(config)))
            : credentials;

    // The Region that the user works in, not one that the SDK falls back to: it is in the right partition.
    private static RegionEndpoint RegionOf(IClientConfig config) => RegionEndpoint.GetBySystemName(config.AuthenticationRegion);
}
