namespace LocalBedrock.Signing;

/// <summary>A key that expires, with the session token that every request must contain.</summary>
/// <param name="Principal">The ARN of the holder of the key.</param>
internal sealed record TemporaryKey(
    string Account, string Principal, string AccessKeyId, string SecretAccessKey, string SessionToken, DateTime Expires);
