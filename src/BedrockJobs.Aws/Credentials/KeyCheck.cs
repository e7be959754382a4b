namespace BedrockJobs.Aws.Credentials;

/// <summary>Rejects keys and tokens that can't be sent, before any request.</summary>
internal static class KeyCheck
{
    /// <summary>Gets a key, and notes that no message may repeat it.</summary>
    /// <param name="credentials">The credentials that provide the key.</param>
    /// <param name="source">The source of the key, for messages.</param>
    /// <param name="secrets">What no message may repeat.</param>
    /// <exception cref="BedrockRequestException">The key contains characters that aren't valid.</exception>
    public static async Task<ImmutableCredentials> GetKeyAsync(AWSCredentials credentials, string source, SentSecrets secrets)
    {
        var key = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        ThrowIf(source, KeyRules.FaultOf(new AccessKey(key.AccessKey, key.SecretKey, key.Token)));
        secrets.Note(key);
        return key;
    }

    /// <summary>Rejects a token that is sent alone, such as an API key.</summary>
    /// <param name="name">The name of the token in messages.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="source">The source of the token, for messages.</param>
    /// <exception cref="BedrockRequestException">The token contains characters that aren't valid.</exception>
    public static void RequireToken(string name, string? token, string source) => ThrowIf(source, KeyRules.FaultOf(name, token));

    /// <summary>Rejects the value of a header, which can contain spaces.</summary>
    /// <inheritdoc cref="RequireToken"/>
    public static void RequireHeader(string name, string? token, string source) => ThrowIf(source, KeyRules.FaultOfHeader(name, token));

    private static void ThrowIf(string source, string? fault)
    {
        if (fault is not null)
        {
            throw new BedrockRequestException(BedrockErrorId.CredentialsRejected, source, fault);
        }
    }
}
