using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The key of a profile of aws login, and its renewal, as in the <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html">reference</see> of AWS.
/// </summary>
/// <remarks>The SDK's provider needs the client of another package.</remarks>
internal sealed class LoginCredentials(string session) : SignInCredentials<LoginToken>(FileOf(session))
{
    /// <summary>When to try again after a renewal that failed, while the key is valid.</summary>
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(30);

    /// <summary>The Region if neither the token nor the profile specifies one.</summary>
    public required RegionEndpoint Region { get; init; }

    protected override string CommandName => "aws login";

    protected override string ExpiredDetail => SR.LoginExpired.With(Command);

    public override void ClearCredentials()
    {
        Reject(currentState?.Credentials.AccessKey);
        base.ClearCredentials();
    }

    protected override LoginToken Read(JsonObject members) => new(members);

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        var token = await TokenAsync(context).ConfigureAwait(false);
        var now = DateTime.UtcNow;
        var renewal = token.Expiration - RenewalTime;
        var retry = now + RetryTime;
        return new(token.Key!, renewal > now ? renewal : retry < token.Expiration ? retry : token.Expiration);
    }

    protected override async Task<LoginToken> SendAsync(LoginToken token, ConnectionContext context)
    {
        using var proofKey = SignInService.ProofKeyOf(token) ?? throw Damaged(SR.LoginKeyInvalid.With(TokenPath));
        var secrets = context.Secrets;
        try
        {
            return await new SignInService(context, RegionOf(token)).RenewAsync(token, proofKey).ConfigureAwait(false);
        }
        catch (AmazonServiceException refusal) when (SignInService.IsRefusal(refusal))
        {
            throw refusal.ErrorCode switch
            {
                "TOKEN_EXPIRED" or "USER_CREDENTIALS_CHANGED" => Refused(
                    BedrockErrorId.CredentialsExpired, ExpiredDetail, refusal, secrets),
                "INSUFFICIENT_PERMISSIONS" => Refused(
                    BedrockErrorId.AccessDenied, SR.LoginForbidden.With(Command), refusal, secrets),
                _ => Refused(
                    BedrockErrorId.CredentialsRejected,
                    SR.LoginRefused.With(secrets.Hide(ReplyText.Of(refusal.Message, secrets)).TrimEnd('.'), Command),
                    refusal,
                    secrets),
            };
        }
    }

    private static TokenFile FileOf(string session) => new(
        EnvironmentSetting.Read("AWS_LOGIN_CACHE_DIRECTORY") is { } named
            ? UserPath.Expand(named)
            : Path.Join(UserPath.Home(), ".aws", "login", "cache"),
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant());

    private string RegionOf(LoginToken token) =>
        // The value becomes part of a host name.
        ((string?[])[token.SignInRegion, Profile.Value("region")])
            .FirstOrDefault(name => name is not null && ConnectionRules.FaultOfRegion(name, () => []) is null)?.ToLowerInvariant()
        ?? Region.SystemName;
}
