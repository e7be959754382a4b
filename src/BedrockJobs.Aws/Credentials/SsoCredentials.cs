using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.SSO;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;

namespace BedrockJobs.Aws.Credentials;

/// <summary>What aws sso login saves: an access token, and what is required to renew it.</summary>
internal sealed class SsoToken(JsonObject members) : SavedToken(members, "accessToken", "expiresAt")
{
    private readonly string? _clientId = Text(members, "clientId");
    private readonly string? _clientSecret = Text(members, "clientSecret");

    public override string? Id { get; } = Text(members, "accessToken");

    public override DateTime Expiration { get; } = Time(members, "expiresAt");

    public override bool CanRenew => Renewal is not null;

    /// <summary>The request for the next token; null if the token can't be renewed.</summary>
    public CreateTokenRequest? Renewal =>
        (RefreshToken, _clientId, _clientSecret) is ({ } refreshToken, { } clientId, { } clientSecret)
            ? new() { ClientId = clientId, ClientSecret = clientSecret, GrantType = "refresh_token", RefreshToken = refreshToken }
            : null;

    /// <summary>The token of a response. Unknown members stay as they are.</summary>
    public SsoToken With(CreateTokenResponse response)
    {
        var members = Copy();
        members["accessToken"] = response.AccessToken ?? throw new AmazonClientException(SR.CredentialsSubject);
        members["expiresAt"] = TimeIn(response.ExpiresIn ?? 0);
        members["refreshToken"] = response.RefreshToken ?? RefreshToken;
        return new SsoToken(members);
    }
}

/// <summary>The temporary credentials of a role that the user has in IAM Identity Center.</summary>
/// <param name="session">The name of the sso-session; the start URL of a profile without one.</param>
internal sealed class SsoCredentials(string session) : SignInCredentials<SsoToken>(FileOf(session))
{
    public required RegionEndpoint Region { get; init; }

    public required string AccountId { get; init; }

    public required string RoleName { get; init; }

    protected override string CommandName => "aws sso login";

    protected override string ExpiredDetail => SR.SignInExpired.With(Command);

    // As in the AWS CLI, a token that can't be renewed is used until it expires.
    protected override TimeSpan TimeAfterRefusal => TimeSpan.Zero;

    protected override SsoToken Read(JsonObject members) => new(members);

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            var token = await TokenAsync(context).ConfigureAwait(false);
            try
            {
                return await KeyAsync(token.Id!, context).ConfigureAwait(false);
            }
            catch (AmazonSSOException refusal) when (refusal.StatusCode is HttpStatusCode.Unauthorized)
            {
                if (isAgain)
                {
                    throw Expired();
                }

                Reject(token.Id);
            }
        }
    }

    protected override async Task<SsoToken> SendAsync(SsoToken token, ConnectionContext context)
    {
        var request = token.Renewal!;
        using var client = IdentityClients.SsoOidc(context, Region);
        try
        {
            return token.With(await client.CreateTokenAsync(request, context.Ended).ConfigureAwait(false));
        }
        catch (AmazonSSOOIDCException refusal)
            when (SignInService.IsRefusal(refusal) && ErrorTranslator.KindOfReply(refusal) is not null)
        {
            // The ID of the request would be noise: the user has to sign in.
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsExpired, Subject, ExpiredDetail, requestId: null, (int)refusal.StatusCode);
        }
        catch (IOException broken)
        {
            // Otherwise, it would count as a failure of the file.
            throw new HttpRequestException(broken.Message, broken);
        }
    }

    private async Task<CredentialsRefreshState> KeyAsync(string accessToken, ConnectionContext context)
    {
        KeyCheck.RequireToken(SR.LoginToken, accessToken, Subject);
        using var client = IdentityClients.Sso(context, Region);
        var response = await client
            .GetRoleCredentialsAsync(new() { AccessToken = accessToken, AccountId = AccountId, RoleName = RoleName }, context.Ended)
            .ConfigureAwait(false);
        return response.RoleCredentials is { AccessKeyId: { } id, SecretAccessKey: { } secret, Expiration: { } expiration } key
            ? new(new ImmutableCredentials(id, secret, key.SessionToken), DateTimeOffset.FromUnixTimeMilliseconds(expiration).UtcDateTime)
            : throw new AmazonClientException(SR.CredentialsSubject);
    }

    // The AWS CLI names the file by this digest.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The AWS CLI names the file by it.")]
    private static TokenFile FileOf(string session) => new(
        Path.Join(UserPath.Home(), ".aws", "sso", "cache"),
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant());
}
