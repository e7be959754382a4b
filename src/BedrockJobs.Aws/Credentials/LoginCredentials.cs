using System.Security;
using System.Security.Cryptography;
using System.Text.Json;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The key of a profile of aws login, and its renewal, as in the <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html">reference</see> of AWS.
/// </summary>
/// <remarks>
/// The SDK's provider needs the client of another package. A refresh token is valid once, and the file that contains it is
/// shared with other processes. So the file is read again before and after each renewal.
/// </remarks>
internal sealed class LoginCredentials(string session) : RenewableCredentials
{
    /// <summary>How long before its end a key is renewed.</summary>
    private static readonly TimeSpan RenewalTime = TimeSpan.FromMinutes(5);

    /// <summary>When to try again after a renewal that failed, while the key is valid.</summary>
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(30);

    /// <summary>How long another process might need to write what it received for the same refresh token.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromMilliseconds(500);

    private readonly LoginTokenFile _file = new(session);

    private string? _rejectedKey;

    /// <summary>The profile in use, for messages.</summary>
    public required string Subject { get; init; }

    /// <summary>The profile with the login_session.</summary>
    public required AwsProfile Profile { get; init; }

    /// <summary>The Region if neither the token nor the profile specifies one.</summary>
    public required RegionEndpoint Region { get; init; }

    public string TokenFile => _file.Path;

    // A service rejected the key, so the same key in the file is no use.
    public override void ClearCredentials()
    {
        _rejectedKey = currentState?.Credentials.AccessKey;
        base.ClearCredentials();
    }

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        var token = await ReadAsync(context).ConfigureAwait(false);
        if (IsValidFor(token, RenewalTime))
        {
            return StateOf(token);
        }

        try
        {
            return StateOf(await RenewAsync(token, context).ConfigureAwait(false));
        }
        catch (Exception failure) when (!context.Ended.IsCancellationRequested)
        {
            var isRefused = failure is BedrockRequestException { StatusCode: not null };
            if (isRefused)
            {
                await Task.Delay(WritingTime, context.Ended).ConfigureAwait(false);
            }

            var present = await ReadAsync(context).ConfigureAwait(false);
            if (!IsValidFor(present, isRefused ? RenewalTime : TimeSpan.Zero))
            {
                throw;
            }

            return StateOf(present);
        }
    }

    private static CredentialsRefreshState StateOf(LoginToken token)
    {
        var now = DateTime.UtcNow;
        var renewal = token.Expiration - RenewalTime;
        var retry = now + RetryTime;
        return new(token.Key!, renewal > now ? renewal : retry < token.Expiration ? retry : token.Expiration);
    }

    private bool IsValidFor(LoginToken token, TimeSpan time) =>
        token.Key is { } key && key.AccessKey != _rejectedKey && token.Expiration - DateTime.UtcNow > time;

    private async Task<LoginToken> ReadAsync(ConnectionContext context)
    {
        try
        {
            var token = await _file.ReadAsync(context.Ended).ConfigureAwait(false);
            return token.Missing is { } missing ? throw Damaged(SR.LoginTokenIncomplete.With(TokenFile, missing)) : token;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BedrockRequestException(BedrockErrorId.CredentialsExpired, Subject, SR.LoginExpired.With(Command()));
        }
        catch (JsonException)
        {
            throw Damaged(SR.LoginTokenUnreadable.With(TokenFile));
        }
        catch (Exception exception) when (IsFileFailure(exception))
        {
            throw Fault(SR.FileUnreadable.With(TokenFile, UnreadableFile.CauseOf(exception, TokenFile)));
        }
    }

    private async Task<LoginToken> RenewAsync(LoginToken token, ConnectionContext context)
    {
        using var proofKey = SignInService.ProofKeyOf(token) ?? throw Damaged(SR.LoginKeyInvalid.With(TokenFile));
        try
        {
            var replacement = _file.CreateReplacement();
            try
            {
                var renewed = await SendAsync(token, proofKey, context).ConfigureAwait(false);

                // If another process has replaced the token, or if the user has signed in again, the file is newer than
                // this.
                if ((await ReadAsync(context).ConfigureAwait(false)).RefreshToken == token.RefreshToken)
                {
                    await _file.ReplaceAsync(replacement, renewed).ConfigureAwait(false);
                }

                return renewed;
            }
            finally
            {
                await replacement.DisposeAsync().ConfigureAwait(false);
                File.Delete(replacement.Name);
            }
        }
        catch (Exception exception) when (IsFileFailure(exception))
        {
            throw Fault(SR.FileUnwritable.With(TokenFile, UnreadableFile.CauseOf(exception, TokenFile)));
        }
    }

    private async Task<LoginToken> SendAsync(LoginToken token, ECDsa proofKey, ConnectionContext context)
    {
        var secrets = context.Secrets;
        try
        {
            return await new SignInService(context, RegionOf(token)).RenewAsync(token, proofKey).ConfigureAwait(false);
        }
        catch (AmazonServiceException refusal) when (SignInService.IsRefusal(refusal))
        {
            throw refusal.ErrorCode switch
            {
                "TOKEN_EXPIRED" or "USER_CREDENTIALS_CHANGED" => Refused(BedrockErrorId.CredentialsExpired, SR.LoginExpired.With(Command())),
                "INSUFFICIENT_PERMISSIONS" => Refused(BedrockErrorId.AccessDenied, SR.LoginForbidden.With(Command())),
                _ => Refused(
                    BedrockErrorId.CredentialsRejected,
                    SR.LoginRefused.With(secrets.Hide(ReplyText.Of(refusal.Message, secrets)).TrimEnd('.'), Command())),
            };

            BedrockRequestException Refused(BedrockErrorId errorId, string detail) => new(
                errorId, Subject, detail, secrets.Hide(refusal.RequestId), (int)refusal.StatusCode, secrets.Hide(refusal.ErrorCode));
        }
    }

    private string RegionOf(LoginToken token) =>
        // The value becomes part of a host name.
        ((string?[])[token.SignInRegion, Profile.Value("region")])
            .FirstOrDefault(name => name is not null && ConnectionRules.FaultOfRegion(name, () => []) is null)?.ToLowerInvariant()
        ?? Region.SystemName;

    private string Command() => ProfileCredentials.SignInCommand("aws login", Profile.Name);

    private static bool IsFileFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException;

    private BedrockRequestException Damaged(string cause) => Fault(SR.LoginRefused.With(cause, Command()));

    private BedrockRequestException Fault(string cause) => new(BedrockErrorId.CredentialsNotFound, Subject, cause);
}
