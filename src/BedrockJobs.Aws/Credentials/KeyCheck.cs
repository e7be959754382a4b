namespace BedrockJobs.Aws.Credentials;

/// <summary>Rejects keys and tokens that can't be sent, before any request.</summary>
internal static class KeyCheck
{
    /// <summary>Rejects a key that can't be sent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="source">The source of the key, for messages.</param>
    /// <exception cref="BedrockRequestException">The key contains characters that aren't valid.</exception>
    public static void Require(ImmutableCredentials key, string source) =>
        Refuse(source, KeyRules.FaultOf(new AccessKey(key.AccessKey, key.SecretKey, key.Token)));

    /// <summary>Rejects an API key that can't be sent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="source">The source of the key, for messages.</param>
    /// <exception cref="BedrockRequestException">The key contains characters that aren't valid.</exception>
    public static void RequireApiKey(string? key, string source) => Refuse(source, KeyRules.FaultOf(SR.ApiKeyValue, key));

    /// <summary>Rejects an IAM Identity Center token that can't be sent.</summary>
    /// <exception cref="BedrockRequestException">The token contains characters that aren't valid.</exception>
    public static void RequireLogin(string? token) => Refuse(
        string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, IdentityContext.ProfileName),
        KeyRules.FaultOf(SR.LoginToken, token));

    /// <summary>Rejects a container authorization token that can't be sent.</summary>
    /// <param name="token">The token; null for none.</param>
    /// <param name="source">The source of the token, for messages.</param>
    /// <exception cref="BedrockRequestException">The token contains characters that aren't valid.</exception>
    public static void RequireContainerToken(string? token, string source) =>
        Refuse(source, KeyRules.FaultOfHeader(SR.ContainerToken, token));

    private static void Refuse(string source, string? fault)
    {
        if (fault is not null)
        {
            throw new BedrockRequestException(BedrockErrorId.CredentialsRejected, source, fault);
        }
    }
}
