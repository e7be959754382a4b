namespace LocalBedrock.Signing;

/// <summary>What a signature is checked with, and whose it is.</summary>
/// <param name="Principal">The ARN of the holder of the key.</param>
/// <param name="Expires">Null for a key that lasts.</param>
internal sealed record SigningKey(
    string Account, string Principal, string AccessKeyId, string SecretAccessKey, DateTime? Expires);
