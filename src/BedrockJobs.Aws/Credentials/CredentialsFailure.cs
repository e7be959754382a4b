using Amazon.SSO;
using Amazon.SSOOIDC;

namespace BedrockJobs.Aws.Credentials;

/// <summary>Determines from an SDK exception why credentials couldn't be retrieved.</summary>
internal static class CredentialsFailure
{
    public static BedrockRequestException Translate(Exception exception, ChosenCredentials chosen)
    {
        if (LoginOver(exception, chosen, chosen.Source) is { } loginOver)
        {
            return loginOver;
        }

        var reply = ErrorTranslator.Chain(exception).OfType<AmazonServiceException>().FirstOrDefault(cause => cause.StatusCode != 0);

        // In the Bedrock API, these errors would concern jobs and filters.
        if (reply is not null
            && ErrorTranslator.KindOfReply(reply)
                is BedrockErrorId.JobNotFound or BedrockErrorId.JobNotStoppable or BedrockErrorId.ValidationFailed)
        {
            return ErrorTranslator.FromReply(reply, chosen.Source, BedrockErrorId.CredentialsRejected);
        }

        return ErrorTranslator.Translate(exception, chosen.Source)
            ?? new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                chosen.Source,
                string.Format(CultureInfo.CurrentCulture, SR.CredentialsFailed, exception.GetType().Name));
    }

    /// <summary>The error if there is no valid IAM Identity Center session; null if that isn't the cause.</summary>
    /// <param name="exception">The exception of the AWS SDK.</param>
    /// <param name="chosen">The credentials that were requested.</param>
    /// <param name="subject">What failed, for the message.</param>
    public static BedrockRequestException? LoginOver(Exception exception, ChosenCredentials chosen, string subject) =>
        chosen.Profile?.LoginCommand is { } login && IsLoginOver(exception, subject)
            ? new BedrockRequestException(
                BedrockErrorId.CredentialsExpired,
                subject,
                string.Format(CultureInfo.CurrentCulture, SR.LoginOver, login))
            : null;

    // The SDK reports that there is no valid token, that it has expired, or that it couldn't be renewed. The portal
    // rejects a revoked token.
    private static bool IsLoginOver(Exception exception, string subject)
    {
        if (ErrorTranslator.Translate(exception, subject)?.ErrorId
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
