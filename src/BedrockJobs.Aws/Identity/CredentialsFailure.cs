using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>Tells why credentials could not be had, from what the AWS SDK threw while it got them.</summary>
internal static class CredentialsFailure
{
    private static readonly Regex NamesProfilesOnly = new(
        @"\A(Error reading (source profile|credential source|profile)|Source profile|Credential (profile|source)|Could not get credentials from|Cannot fetch credentials from container)\b",
        RegexOptions.CultureInvariant);

    public static BedrockRequestException Translate(Exception exception, ChosenCredentials chosen)
    {
        var causes = ErrorTranslator.Chain(exception).ToList();
        var reply = causes.OfType<AmazonServiceException>().FirstOrDefault(cause => cause.StatusCode != 0);
        if (chosen.Profile?.LoginCommand is { } login && IsLoginOver(causes, reply))
        {
            return new BedrockRequestException(
                BedrockErrorId.CredentialsExpired,
                chosen.Source,
                string.Format(CultureInfo.CurrentCulture, SR.LoginOver, login));
        }

        // What a profile lacks. Other words about a file may quote a line of it, and with it a key.
        if (exception is InvalidDataException incomplete && NamesProfilesOnly.IsMatch(incomplete.Message))
        {
            return new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                chosen.Source,
                incomplete.InnerException is { } cause && NamesProfilesOnly.IsMatch(cause.Message) ? cause.Message : incomplete.Message);
        }

        // To Bedrock's API these would be about jobs and filters.
        if (reply is not null
            && ErrorTranslator.KindOfReply(reply)
                is BedrockErrorId.JobNotFound or BedrockErrorId.JobNotStoppable or BedrockErrorId.ValidationFailed)
        {
            return ErrorTranslator.FromReply(reply, chosen.Source, BedrockErrorId.CredentialsRejected);
        }

        // The SDK wraps what the service replied in words that say no more.
        return ErrorTranslator.Translate(reply ?? exception, chosen.Source)
            ?? new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                chosen.Source,
                string.Format(CultureInfo.CurrentCulture, SR.CredentialsFailed, exception.GetType().Name));
    }

    // The SDK says that there is no valid token, or that it has expired; the portal refuses one that was revoked. A token
    // that could not be renewed for want of a connection is another matter.
    private static bool IsLoginOver(List<Exception> causes, AmazonServiceException? reply) =>
        reply is { StatusCode: HttpStatusCode.Unauthorized }
        || (!causes.Exists(ErrorTranslator.IsConnectionFailure)
            && causes.Exists(cause => cause is AmazonClientException && cause.Message.Contains("SSO Token", StringComparison.Ordinal)));
}
