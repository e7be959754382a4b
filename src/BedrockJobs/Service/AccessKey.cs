namespace BedrockJobs.Service;

/// <summary>An AWS access key that signs requests.</summary>
/// <param name="SessionToken">The session token of temporary credentials; null for a long-term key.</param>
internal sealed record AccessKey(string Id, string Secret, string? SessionToken)
{
    // A record would show its members, and so the secret.
    public override string ToString() => nameof(AccessKey);
}
