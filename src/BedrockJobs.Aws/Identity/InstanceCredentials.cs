using System.Threading.Tasks;
using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>The key of an instance's role, which is asked for again when it ends.</summary>
internal sealed class InstanceCredentials : RefreshingAWSCredentials
{
    private readonly string _subject;
    private readonly string _failure;

    /// <param name="subject">What failed where there is no key, for the message.</param>
    /// <param name="failure">How it failed.</param>
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
