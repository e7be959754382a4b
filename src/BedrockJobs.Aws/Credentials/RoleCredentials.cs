using Amazon.Runtime.SharedInterfaces;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The temporary credentials of a role. They are requested with this module's client of the Security Token Service.
/// </summary>
internal sealed class RoleCredentials : AssumeRoleAWSCredentials
{
    private readonly RegionEndpoint _region;

    /// <param name="source">The credentials that assume the role.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The session name; null for a generated name.</param>
    /// <param name="options">The options for assuming the role.</param>
    /// <param name="region">The Region of the Security Token Service.</param>
    public RoleCredentials(
        AWSCredentials source, string roleArn, string? sessionName, AssumeRoleAWSCredentialsOptions options, RegionEndpoint region)
        : base(source, roleArn, sessionName ?? "BedrockJobs-" + DateTimeOffset.UtcNow.ToUnixTimeSeconds(), options)
    {
        _region = region;
        if (!string.IsNullOrEmpty(Options.MfaSerialNumber))
        {
            Options.MfaTokenCodeCallback = () => IdentityContext.CodeOf(Options.MfaSerialNumber);

            // The SDK renews a key in the background during its last minutes, which would prompt for a code while no
            // command waits for it.
            PreemptExpiryTime = TimeSpan.Zero;
        }
    }

    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        using var client = IdentityClients.SecurityToken(SourceCredentials, _region);
        var key = ((ICoreAmazonSTS)client).CredentialsFromAssumeRoleAuthentication(RoleArn, RoleSessionName, Options);
        return new CredentialsRefreshState(key, key.Expiration);
    }

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var client = IdentityClients.SecurityToken(SourceCredentials, _region);
        var key = await ((ICoreAmazonSTS)client)
            .CredentialsFromAssumeRoleAuthenticationAsync(RoleArn, RoleSessionName, Options)
            .ConfigureAwait(false);
        return new CredentialsRefreshState(key, key.Expiration);
    }
}
