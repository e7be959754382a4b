namespace BedrockJobs.Service;

/// <summary>An AWS access key, as requests are signed with it.</summary>
internal sealed class AccessKey
{
    public AccessKey(string id, string secret, string? sessionToken)
    {
        Id = id;
        Secret = secret;
        SessionToken = sessionToken;
    }

    public string Id { get; }

    public string Secret { get; }

    /// <summary>The token that a temporary key has; null for a lasting one.</summary>
    public string? SessionToken { get; }
}
