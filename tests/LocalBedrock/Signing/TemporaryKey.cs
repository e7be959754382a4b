using System;

namespace LocalBedrock.Signing;

/// <summary>A key that lasts for a while, together with the token that goes with every request.</summary>
/// <param name="Principal">The ARN of whoever holds the key.</param>
internal sealed record TemporaryKey(
    string Account, string Principal, string AccessKeyId, string SecretAccessKey, string SessionToken, DateTime Expires);
