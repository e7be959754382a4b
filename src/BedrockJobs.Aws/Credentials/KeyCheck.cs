namespace BedrockJobs.Aws.Credentials;

/// <summary>Rejects keys and tokens that can't be sent, before any request.</summary>
internal static class KeyCheck
{
    /// <summary>Gets a key, and notes that no message may repeat it.</summary>
    public static async Task<ImmutableCredentials> GetKeyAsync(AWSCredentials credentials, string source, SentSecrets secrets)
    {
        var key = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        ThrowIf(source, KeyRules.FaultOf(new AccessKey(key.AccessKey, key.SecretKey, key.Token)));
        secrets.Note(key);
        return key;
    }

    /// <summary>Rejects a token that is sent alone, such as an API key.</summary>
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
