using System;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace BedrockJobs.Aws.Identity;

/// <summary>The temporary key of a role, got through this module's own client of the Security Token Service.</summary>
internal sealed class RoleCredentials : AssumeRoleAWSCredentials
{
    private readonly RegionEndpoint _region;

    /// <param name="source">The key with which to assume the role.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">The name of the session; null for one of this module's making.</param>
    /// <param name="options">What assuming the role takes.</param>
    /// <param name="region">The Region whose Security Token Service is asked.</param>
    public RoleCredentials(
        AWSCredentials source, string roleArn, string? sessionName, AssumeRoleAWSCredentialsOptions options, RegionEndpoint region)
        : base(source, roleArn, sessionName ?? "BedrockJobs-" + DateTimeOffset.UtcNow.ToUnixTimeSeconds(), options)
    {
        _region = region;
        if (!string.IsNullOrEmpty(Options.MfaSerialNumber))
        {
            Options.MfaTokenCodeCallback = () => IdentityContext.CodeOf(Options.MfaSerialNumber);

            // The SDK renews a key in its last minutes by the way, which would ask for a code that nobody waits for.
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
