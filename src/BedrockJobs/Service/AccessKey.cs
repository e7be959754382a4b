namespace BedrockJobs.Service;

/// <summary>An AWS access key that signs requests.</summary>
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

    /// <summary>The session token of temporary credentials; null for a long-term key.</summary>
    public string? SessionToken { get; }
}
