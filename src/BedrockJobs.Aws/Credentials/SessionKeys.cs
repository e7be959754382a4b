namespace BedrockJobs.Aws.Credentials;

/// <summary>A key from the session. It's read for each request, because the session might renew it.</summary>
internal sealed class GivenCredentials(Func<AccessKey> read) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials()
    {
        var key = read();
        return new ImmutableCredentials(key.Id, key.Secret, key.SessionToken);
    }
}

/// <summary>The key in the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN.</summary>
internal static class EnvironmentKey
{
    public const string Id = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY;
    public const string Secret = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY;

    public static bool IsSet => EnvironmentSetting.IsSet(Id) && EnvironmentSetting.IsSet(Secret);

    public static AWSCredentials? Find()
    {
        if (EnvironmentSetting.IsSet(Id) && !EnvironmentSetting.IsSet(Secret))
        {
            throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.HalfKey.With(Id, Secret));
        }

        return IsSet ? new EnvironmentVariablesAWSCredentials() : null;
    }
}

/// <summary>
/// Provides the same key to the SDK client for a whole request. The client reads the key several times. If the key were
/// renewed in between, the client would sign with one key and send the session token of another.
/// </summary>
internal sealed class RequestCredentials : AWSCredentials
{
    // The SDK has one client for all requests, and no way to give a key to a request.
    private readonly AsyncLocal<ImmutableCredentials?> _key = new();

    /// <summary>Sets the key for the next request. Call it in the method that sends the request.</summary>
    public void Use(ImmutableCredentials? key) => _key.Value = key;

    public override ImmutableCredentials GetCredentials() => _key.Value!;
}
