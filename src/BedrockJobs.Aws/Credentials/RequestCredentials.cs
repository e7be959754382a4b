namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Provides the same key to the SDK client for a whole request. The client reads the key several times. If the key were
/// renewed in between, the client would sign with one key and send the session token of another.
/// </summary>
internal sealed class RequestCredentials : AWSCredentials
{
    private readonly AsyncLocal<ImmutableCredentials?> _key = new();

    /// <param name="source">The credentials that provide the keys.</param>
    public RequestCredentials(AWSCredentials source)
    {
        Source = source;
    }

    /// <summary>The credentials that provide the keys.</summary>
    public AWSCredentials Source { get; }

    /// <summary>Sets the key for the next request. Call it in the method that sends the request.</summary>
    public void Use(ImmutableCredentials key)
    {
        _key.Value = key;
        IdentityContext.Current?.Secrets.Note(key);
        LastKeyId = key.AccessKey;
    }

    /// <summary>The ID of the last key; null if no key has been used.</summary>
    public string? LastKeyId { get; private set; }

    public override ImmutableCredentials GetCredentials() => _key.Value ?? Source.GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() =>
        _key.Value is { } key ? Task.FromResult(key) : Source.GetCredentialsAsync();
}
