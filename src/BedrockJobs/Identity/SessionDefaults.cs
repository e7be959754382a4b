using System;
using System.Management.Automation;
using BedrockJobs.Service;

namespace BedrockJobs.Identity;

/// <summary>
/// What Set-AWSCredential and Set-DefaultAWSRegion of AWS Tools for PowerShell left in the session, which its users expect
/// to count here too.
/// </summary>
internal static class SessionDefaults
{
    /// <summary>How to get the key of <c>$StoredAWSCredentials</c>; null where there is none.</summary>
    public static Func<AccessKey>? Credential(SessionState session) =>
        StoredCredential(session) is { } stored && OtherSdkCredentials.IsCredentials(stored)
            ? () => OtherSdkCredentials.Read(stored)
            : null;

    /// <summary><c>$StoredAWSCredentials</c>, whatever it is; null where there is none.</summary>
    public static object? StoredCredential(SessionState session) => Variable(session, "StoredAWSCredentials");

    /// <summary><c>$StoredAWSRegion</c>; null where there is none.</summary>
    public static string? Region(SessionState session) =>
        Variable(session, "StoredAWSRegion")?.ToString() is { Length: > 0 } region ? region : null;

    private static object? Variable(SessionState session, string name) =>
        session.PSVariable.GetValue(name) is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
