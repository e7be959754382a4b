namespace BedrockJobs.Input;

/// <summary>
/// The session defaults that Set-AWSCredential and Set-DefaultAWSRegion in AWS Tools for PowerShell set. Users expect
/// them to apply here too.
/// </summary>
internal static class SessionDefaults
{
    /// <summary>
    /// Returns a function that reads the key of <c>$StoredAWSCredentials</c>; null if the variable isn't set.
    /// </summary>
    public static Func<AccessKey>? Credential(SessionState session) =>
        StoredCredential(session) is { } stored && OtherSdkCredentials.IsCredentials(stored)
            ? () => OtherSdkCredentials.Read(stored)
            : null;

    /// <summary>The value of <c>$StoredAWSCredentials</c>, whatever its type; null if the variable isn't set.</summary>
    public static object? StoredCredential(SessionState session) => Variable(session, "StoredAWSCredentials");

    /// <summary>The value of <c>$StoredAWSRegion</c>; null if the variable isn't set.</summary>
    public static string? Region(SessionState session) =>
        Variable(session, "StoredAWSRegion")?.ToString() is { Length: > 0 } region ? region : null;

    private static object? Variable(SessionState session, string name) =>
        session.PSVariable.GetValue(name) is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
