using System.Threading.Tasks;
using Amazon.Runtime;

namespace BedrockJobs.Aws.Identity;

/// <summary>Credentials each key of which is checked before it is used, be it the first or a renewed one.</summary>
internal sealed class CheckedCredentials : AWSCredentials
{
    private readonly AWSCredentials _credentials;
    private readonly string _source;

    /// <param name="credentials">Where the keys come from.</param>
    /// <param name="source">The same in the user's words.</param>
    public CheckedCredentials(AWSCredentials credentials, string source)
    {
        _credentials = credentials;
        _source = source;
    }

    public override ImmutableCredentials GetCredentials()
    {
        var key = _credentials.GetCredentials();
        KeyCheck.Require(key, _source);
        return key;
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var key = await _credentials.GetCredentialsAsync().ConfigureAwait(false);
        KeyCheck.Require(key, _source);
        return key;
    }
}
