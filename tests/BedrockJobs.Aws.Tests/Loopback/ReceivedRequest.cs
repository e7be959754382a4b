namespace BedrockJobs.Aws.Tests.Loopback;

/// <summary>A request exactly as it arrived. Its target isn't decoded.</summary>
internal sealed record ReceivedRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The region in the credential scope of the signature.</summary>
    public string SignedRegion => Headers["Authorization"].Split("Credential=")[1].Split('/')[2];

    /// <summary>The parts of the query as sent, in order.</summary>
    public string[] Query => Target.Contains('?') ? Target.Split('?', 2)[1].Split('&') : [];
}
