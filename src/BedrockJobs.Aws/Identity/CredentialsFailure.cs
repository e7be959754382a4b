using System;
using System.Globalization;
using System.Linq;
using System.Net;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace BedrockJobs.Aws.Identity;

/// <summary>Tells why credentials could not be had, from what the AWS SDK threw while it got them.</summary>
internal static class CredentialsFailure
{
    public static BedrockRequestException Translate(Exception exception, ChosenCredentials chosen)
    {
        if (LoginOver(exception, chosen, chosen.Source) is { } loginOver)
        {
            return loginOver;
        }

        var reply = ErrorTranslator.Chain(exception).OfType<AmazonServiceException>().FirstOrDefault(cause => cause.StatusCode != 0);

        // To Bedrock's API these would be about jobs and filters.
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

    /// <summary>The failure where a login with IAM Identity Center is over; null where that is not what is wrong.</summary>
    /// <param name="exception">What the AWS SDK threw.</param>
    /// <param name="chosen">The credentials that were wanted.</param>
    /// <param name="subject">What failed, for the message.</param>
    public static BedrockRequestException? LoginOver(Exception exception, ChosenCredentials chosen, string subject) =>
        chosen.Profile?.LoginCommand is { } login && IsLoginOver(exception, subject)
            ? new BedrockRequestException(
                BedrockErrorId.CredentialsExpired,
                subject,
                string.Format(CultureInfo.CurrentCulture, SR.LoginOver, login))
            : null;

    // The SDK says that there is no valid token, that it has expired, or that it could not be renewed; the portal refuses
    // one that was revoked.
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
