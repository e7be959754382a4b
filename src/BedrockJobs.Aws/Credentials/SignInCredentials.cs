using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockJobs.Aws.Credentials;

/// <summary>Credentials from the token that a sign-in with the AWS CLI saves.</summary>
/// <remarks>
/// A refresh token can be valid once, and the file that contains it is shared with other processes. So the file is read
/// again before and after each renewal. The providers of the SDK don't do that.
/// </remarks>
internal abstract class SignInCredentials<T>(TokenFile file) : RenewableCredentials
    where T : SavedToken
{
    /// <summary>How long before its end a token is renewed.</summary>
    protected static readonly TimeSpan RenewalTime = TimeSpan.FromMinutes(5);

    /// <summary>How long another process might need to write what it received for the same refresh token.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private string? _rejected;

    /// <summary>The profile in use, for messages.</summary>
    public required string Subject { get; init; }

    /// <summary>The profile of the sign-in.</summary>
    public required AwsProfile Profile { get; init; }

    public string TokenPath => file.Path;

    /// <summary>The command to sign in.</summary>
    protected string Command =>
        $"{CommandName} --profile {(Profile.Name.Contains(' ', StringComparison.Ordinal) ? $"'{Profile.Name}'" : Profile.Name)}";

    protected abstract string CommandName { get; }

    /// <summary>Describes that the user must sign in.</summary>
    protected abstract string ExpiredDetail { get; }

    /// <summary>How long a token must be valid to be used if the service refused to renew it.</summary>
    protected virtual TimeSpan TimeAfterRefusal => RenewalTime;

    protected abstract T Read(JsonObject members);

    /// <summary>Sends the refresh token.</summary>
    protected abstract Task<T> SendAsync(T token, ConnectionContext context);

    /// <summary>Makes the error for a token that can't be renewed.</summary>
    protected BedrockRequestException Expired() => new(BedrockErrorId.CredentialsExpired, Subject, ExpiredDetail);

    protected BedrockRequestException Refused(
        BedrockErrorId errorId, string detail, AmazonServiceException refusal, SentSecrets secrets) => new(
        errorId, Subject, detail, secrets.Hide(refusal.RequestId), (int)refusal.StatusCode, secrets.Hide(refusal.ErrorCode));

    protected BedrockRequestException Damaged(string cause) => Fault(SR.LoginRefused.With(cause, Command));

    /// <summary>A service rejected the key or the token, so the same in the file is no use.</summary>
    protected void Reject(string? id) => _rejected = id;

    /// <summary>A token that is valid, renewed if necessary.</summary>
    protected async Task<T> TokenAsync(ConnectionContext context)
    {
        var token = await ReadAsync(context.Ended).ConfigureAwait(false);
        if (IsValidFor(token, RenewalTime))
        {
            return token;
        }

        try
        {
            return await RenewAsync(token, context).ConfigureAwait(false);
        }
        catch (Exception failure) when (!context.Ended.IsCancellationRequested)
        {
            var isRefused = failure is BedrockRequestException { StatusCode: not null };
            for (var left = isRefused ? WritingTime : TimeSpan.Zero; ; left -= Pause)
            {
                var present = await ReadAsync(context.Ended).ConfigureAwait(false);
                if (IsValidFor(present, isRefused ? TimeAfterRefusal : TimeSpan.Zero))
                {
                    return present;
                }

                if (left <= TimeSpan.Zero)
                {
                    throw;
                }

                await Task.Delay(Pause, context.Ended).ConfigureAwait(false);
            }
        }
    }

    private bool IsValidFor(T token, TimeSpan time) =>
        token.Id is { } id && id != _rejected && token.Expiration - DateTime.UtcNow > time;

    private async Task<T> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = Read(await file.ReadAsync(cancellationToken).ConfigureAwait(false));
            return token.Missing is { } missing ? throw Damaged(SR.LoginTokenIncomplete.With(TokenPath, missing)) : token;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Expired();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // If a member occurs twice, it's an ArgumentException.
            throw Damaged(SR.LoginTokenUnreadable.With(TokenPath));
        }
        catch (Exception exception) when (IsFileFailure(exception))
        {
            throw Fault(SR.FileUnreadable.With(TokenPath, UnreadableFile.CauseOf(exception, TokenPath)));
        }
    }

    private async Task<T> RenewAsync(T token, ConnectionContext context)
    {
        if (!token.CanRenew)
        {
            throw Expired();
        }

        try
        {
            var replacement = file.CreateReplacement();
            try
            {
                var renewed = await SendAsync(token, context).ConfigureAwait(false);

                // If another process has replaced the token, or if the user has signed in again, the file is newer than
                // this. The new token must not be lost, even if the command has ended.
                if ((await ReadAsync(CancellationToken.None).ConfigureAwait(false)).RefreshToken == token.RefreshToken)
                {
                    await file.ReplaceAsync(replacement, renewed).ConfigureAwait(false);
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
            throw Fault(SR.FileUnwritable.With(TokenPath, UnreadableFile.CauseOf(exception, TokenPath)));
        }
    }

    private static bool IsFileFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException;

    private BedrockRequestException Fault(string cause) => new(BedrockErrorId.CredentialsNotFound, Subject, cause);
}
