namespace BedrockJobs.Aws.Credentials;

/// <summary>Determines from an SDK exception why credentials couldn't be retrieved.</summary>
internal static class CredentialsFailure
{
    public static BedrockRequestException Translate(Exception exception, string source, SentSecrets secrets)
    {
        var reply = ErrorTranslator.Chain(exception).OfType<AmazonServiceException>().FirstOrDefault(cause => cause.StatusCode != 0);

        // In the Bedrock API, these errors would concern jobs and filters.
        if (reply is not null
            && ErrorTranslator.KindOfReply(reply)
                is BedrockErrorId.JobNotFound or BedrockErrorId.JobNotStoppable or BedrockErrorId.ValidationFailed)
        {
            return ErrorTranslator.FromReply(reply, source, BedrockErrorId.CredentialsRejected, secrets);
        }

        return ErrorTranslator.Translate(exception, source, secrets)
            ?? new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                source,
                SR.CredentialsFailed.With(exception.GetType().Name));
    }
}
