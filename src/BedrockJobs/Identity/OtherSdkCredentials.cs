using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using BedrockJobs.Service;

namespace BedrockJobs.Identity;

/// <summary>
/// Credentials of another AWS SDK in the session, as Get-AWSCredential of AWS Tools for PowerShell returns them. To this
/// module's SDK their type is a stranger, so their members are found by name.
/// </summary>
internal static class OtherSdkCredentials
{
    private const string CredentialsType = "Amazon.Runtime.AWSCredentials";
    private const string StoredType = "Amazon.PowerShell.Common.AWSPSCredentials";
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether an object is such credentials.</summary>
    public static bool IsCredentials(object candidate) =>
        Is(candidate, CredentialsType) || Is(candidate, StoredType);

    /// <summary>Reads the key. Credentials that can renew themselves do so.</summary>
    /// <exception cref="BedrockRequestException">They have none.</exception>
    public static AccessKey Read(object credentials)
    {
        try
        {
            var key = Inner(credentials).GetType().GetMethod("GetCredentials", Type.EmptyTypes)!.Invoke(Inner(credentials), null)!;
            return new AccessKey(Text(key, "AccessKey")!, Text(key, "SecretKey")!, Text(key, "Token"));
        }
        catch (Exception exception)
        {
            // The other SDK's words are left out, as they may quote a key.
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                SR.OtherSdkSubject,
                string.Format(
                    CultureInfo.CurrentCulture,
                    SR.OtherSdkFailed,
                    (exception.InnerException ?? exception).GetType().Name));
        }
    }

    // AWS Tools wraps what it keeps in the session, and shows nothing of it in public.
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
