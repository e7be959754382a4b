using System.Security;
using System.Text.RegularExpressions;

namespace BedrockJobs.Input;

/// <summary>The access key that a user passes with <c>-Credential</c> and <c>-SessionToken</c>.</summary>
internal static class GivenCredential
{
    private static readonly Regex AccessKeyId = new(@"\A[A-Za-z0-9_]{16,128}\z", RegexOptions.CultureInvariant);

    /// <summary>Describes what is wrong with the argument of <c>-Credential</c>; null if it's valid.</summary>
    /// <remarks>
    /// The text never quotes the user name, because a user who swaps the two parts of a key enters the secret there.
    /// </remarks>
    public static string? FaultOf(object credential) => credential switch
    {
        PSCredential given when !AccessKeyId.IsMatch(given.UserName) => SR.CredentialUserName,
        PSCredential { Password.Length: 0 } => SR.CredentialPassword,
        PSCredential given => KeyRules.FaultOf(SR.SecretAccessKey, given.GetNetworkCredential().Password) is { } fault
            ? SR.CredentialPasswordFault.With(fault)
            : null,
        _ => OtherSdkCredentials.IsCredentials(credential) ? null : SR.CredentialType,
    };

    /// <summary>Describes what is wrong with the argument of <c>-SessionToken</c>; null if it's valid.</summary>
    public static string? FaultOf(SecureString sessionToken) =>
        KeyRules.FaultOf(SR.SessionToken, PlainText(sessionToken)) is { } fault
            ? SR.SessionTokenFault.With(fault)
            : null;

    /// <summary>Returns a function that reads the access key.</summary>
    public static Func<AccessKey> Reader(object credential, SecureString? sessionToken) =>
        credential is PSCredential given
            ? () => new AccessKey(given.UserName, given.GetNetworkCredential().Password, PlainText(sessionToken))
            : () => OtherSdkCredentials.Read(credential);

    private static string? PlainText(SecureString? text) =>
        text is null ? null : new NetworkCredential(string.Empty, text).Password;
}
