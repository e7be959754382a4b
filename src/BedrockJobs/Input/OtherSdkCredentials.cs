using System.Reflection;

namespace BedrockJobs.Input;

/// <summary>
/// Credentials of another AWS SDK in the session, such as those that Get-AWSCredential in AWS Tools for PowerShell
/// returns. This module's SDK doesn't know their type, so their members are found by name.
/// </summary>
internal static class OtherSdkCredentials
{
    private const string CredentialsType = "Amazon.Runtime.AWSCredentials";
    private const string StoredType = "Amazon.PowerShell.Common.AWSPSCredentials";
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether an object contains credentials of another AWS SDK.</summary>
    public static bool IsCredentials(object candidate) =>
        Is(candidate, CredentialsType) || Is(candidate, StoredType);

    /// <summary>Reads the access key. Credentials that can be renewed are renewed.</summary>
    /// <exception cref="BedrockRequestException">The object provides no key.</exception>
    public static AccessKey Read(object credentials)
    {
        try
        {
            var key = Inner(credentials).GetType().GetMethod("GetCredentials", Type.EmptyTypes)!.Invoke(Inner(credentials), null)!;
            return new AccessKey(Text(key, "AccessKey")!, Text(key, "SecretKey")!, Text(key, "Token"));
        }
        catch (Exception exception)
        {
            // The message of the other SDK is omitted because it might quote a key.
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                SR.OtherSdkSubject,
                SR.OtherSdkFailed.With((exception.InnerException ?? exception).GetType().Name));
        }
    }

    // AWS Tools wraps the credentials that it stores in the session, and the wrapper has no public members for them.
    private static object Inner(object credentials) => Is(credentials, StoredType)
        ? credentials.GetType().GetProperties(AnyInstance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.GetValue(credentials))
            .First(value => value is not null && Is(value, CredentialsType))!
        : credentials;

    private static string? Text(object key, string member)
    {
        var text = (string?)key.GetType().GetProperty(member)!.GetValue(key);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static bool Is(object candidate, string typeName)
    {
        for (var type = candidate.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == typeName)
            {
                return true;
            }
        }

        return false;
    }
}
