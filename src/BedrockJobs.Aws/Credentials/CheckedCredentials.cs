namespace BedrockJobs.Aws.Credentials;

/// <summary>Credentials whose keys, including renewed ones, are checked before they are used.</summary>
internal sealed class CheckedCredentials : AWSCredentials
{
    private readonly AWSCredentials _credentials;
    private readonly string _source;

    /// <param name="credentials">The credentials that provide the keys.</param>
    /// <param name="source">The source of the keys, for messages.</param>
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
