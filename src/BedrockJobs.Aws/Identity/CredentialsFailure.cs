using System;
using System.Globalization;
using System.IO;
using System.Net;
using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>Tells why credentials could not be had, from what the AWS SDK threw while it got them.</summary>
internal static class CredentialsFailure
{
    public static BedrockRequestException Translate(Exception exception, ChosenCredentials chosen)
    {
        if (chosen.Profile?.LoginCommand is { } login && IsLoginOver(exception))
        {
            return new BedrockRequestException(
                BedrockErrorId.CredentialsExpired,
                chosen.Source,
                string.Format(CultureInfo.CurrentCulture, SR.LoginOver, login));
        }

        // What a profile lacks; of what it holds the SDK names only profiles.
        if (exception is InvalidDataException incomplete)
        {
            return new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound, chosen.Source, incomplete.InnerException?.Message ?? incomplete.Message);
        }

        // The kind alone of what is left: words about a file may quote the key in it.
        return ErrorTranslator.Translate(exception, chosen.Source)
            ?? new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                chosen.Source,
                string.Format(CultureInfo.CurrentCulture, SR.CredentialsFailed, exception.GetType().Name));
    }

    // The SDK says that there is no valid token, or that it has expired; the portal refuses one that was revoked.
    private static bool IsLoginOver(Exception exception) => exception switch
    {
        AmazonServiceException reply => reply.StatusCode is HttpStatusCode.Unauthorized,
        AmazonClientException => true,
        _ => false,
    };
}
