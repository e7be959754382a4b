using Amazon.SSO;
using Amazon.SSOOIDC;

namespace BedrockJobs.Aws.Credentials;

/// <summary>Determines from an SDK exception why credentials couldn't be retrieved.</summary>
internal static class CredentialsFailure
{
    public static BedrockRequestException Translate(Exception exception, ChosenCredentials chosen, SentSecrets secrets)
    {
        if (SignInExpired(exception, chosen, chosen.Source, secrets) is { } expired)
        {
            return expired;
        }

        var reply = ErrorTranslator.Chain(exception).OfType<AmazonServiceException>().FirstOrDefault(cause => cause.StatusCode != 0);

        // In the Bedrock API, these errors would concern jobs and filters.
        if (reply is not null
            && ErrorTranslator.KindOfReply(reply)
                is BedrockErrorId.JobNotFound or BedrockErrorId.JobNotStoppable or BedrockErrorId.ValidationFailed)
        {
            return ErrorTranslator.FromReply(reply, chosen.Source, BedrockErrorId.CredentialsRejected, secrets);
        }

        return ErrorTranslator.Translate(exception, chosen.Source, secrets)
            ?? new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                chosen.Source,
                SR.CredentialsFailed.With(exception.GetType().Name));
    }

    /// <summary>The error if there is no valid IAM Identity Center session; null if that isn't the cause.</summary>
    public static BedrockRequestException? SignInExpired(
        Exception exception, ChosenCredentials chosen, string subject, SentSecrets secrets) =>
        chosen.Profile?.LoginCommand is { } login && IsSignInExpired(exception, subject, secrets)
            ? new BedrockRequestException(BedrockErrorId.CredentialsExpired, subject, SR.SignInExpired.With(login))
            : null;

    // The SDK reports that there is no valid token, that it has expired, or that it couldn't be renewed. The portal
    // rejects a revoked token.
    private static bool IsSignInExpired(Exception exception, string subject, SentSecrets secrets)
    {
        if (ErrorTranslator.Translate(exception, subject, secrets)?.ErrorId
            is BedrockErrorId.ConnectionFailed or BedrockErrorId.RequestTimedOut or BedrockErrorId.MalformedResponse)
        {
            return false;
        }

        foreach (var cause in ErrorTranslator.Chain(exception))
        {
            switch (cause)
            {
                case AmazonSSOException portal:
                    return portal.StatusCode is HttpStatusCode.Unauthorized;
                case AmazonSSOOIDCException refusal:
                    return refusal.StatusCode is < HttpStatusCode.InternalServerError;
                case AmazonServiceException or BedrockRequestException:
                    return false;
            }
        }

        return exception is AmazonClientException;
    }
}
