using System;
using Amazon.Runtime;
using BedrockJobs.Service;

namespace BedrockJobs.Aws.Identity;

/// <summary>A key that comes from the session; it is asked for each time, since who gives it may renew it.</summary>
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
