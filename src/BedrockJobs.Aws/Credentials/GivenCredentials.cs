namespace BedrockJobs.Aws.Credentials;

/// <summary>A key from the session. It's read for each request, because the session might renew it.</summary>
internal sealed class GivenCredentials : AWSCredentials
{
    private readonly Func<AccessKey> _read;

    public GivenCredentials(Func<AccessKey> read)
    {
        _read = read;
    }

    public override ImmutableCredentials GetCredentials()
    {
        var key = _read();
        return new ImmutableCredentials(key.Id, key.Secret, key.SessionToken);
    }
}
