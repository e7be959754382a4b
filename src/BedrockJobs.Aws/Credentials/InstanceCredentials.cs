namespace BedrockJobs.Aws.Credentials;

/// <summary>The key of an instance's role, which is requested again when it expires.</summary>
internal sealed class InstanceCredentials : RefreshingAWSCredentials
{
    private readonly string _subject;
    private readonly string _failure;

    /// <param name="subject">The source of the key, for the error message.</param>
    /// <param name="failure">The failure, for the error message.</param>
    public InstanceCredentials(string subject, string failure)
    {
        _subject = subject;
        _failure = failure;
    }

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync() =>
        await InstanceMetadata.KeyAsync().ConfigureAwait(false) is { } handout
            ? new CredentialsRefreshState(handout.Key, handout.Expiration)
            : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, _subject, _failure);
}
