using System.Globalization;
using Amazon.Runtime;
using BedrockJobs.Identity;
using BedrockJobs.Service;

namespace BedrockJobs.Aws.Identity;

/// <summary>Refuses, before anything is sent, what can't be sent.</summary>
internal static class KeyCheck
{
    /// <summary>Refuses a key that can't be sent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="source">Where it came from, in the user's words.</param>
    /// <exception cref="BedrockRequestException">It holds what no key has.</exception>
    public static void Require(ImmutableCredentials key, string source) =>
        Refuse(source, KeyRules.FaultOf(new AccessKey(key.AccessKey, key.SecretKey, key.Token)));

    /// <summary>Refuses an API key that can't be sent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="source">Where it came from, in the user's words.</param>
    /// <exception cref="BedrockRequestException">It holds what no key has.</exception>
    public static void RequireApiKey(string? key, string source) => Refuse(source, KeyRules.FaultOf(SR.ApiKeyValue, key));

    /// <summary>Refuses the token of a login with IAM Identity Center that can't be sent.</summary>
    /// <exception cref="BedrockRequestException">It holds what no header has.</exception>
    public static void RequireLogin(string? token) => Refuse(
        string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, IdentityContext.ProfileName),
        KeyRules.FaultOf(SR.LoginToken, token));

    /// <summary>Refuses a token for a container's agent that can't be sent.</summary>
    /// <param name="token">The token; null for none.</param>
    /// <param name="source">Where it came from, in the user's words.</param>
    /// <exception cref="BedrockRequestException">It holds what no header has.</exception>
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
