using System.Collections;

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

    /// <summary>
    /// The values in <c>$PSDefaultParameterValues</c> for a parameter, given its name and aliases. The keys have the form
    /// Command:Parameter, and both parts can be patterns.
    /// </summary>
    public static IEnumerable<object?> Parameter(SessionState session, string command, IEnumerable<string> names) =>
        Variable(session, "PSDefaultParameterValues") is IDictionary defaults && !LanguagePrimitives.IsTrue(defaults["Disabled"])
            ? from entry in defaults.Cast<DictionaryEntry>()
              let key = entry.Key.ToString()!.Split(':')
              where key.Length == 2 && Matches(key[0], command) && names.Any(name => Matches(key[1], name))
              select entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value
            : [];

    private static bool Matches(string pattern, string name) => WildcardPattern.Get(pattern.Trim(), WildcardOptions.IgnoreCase).IsMatch(name);

    private static object? Variable(SessionState session, string name) =>
        session.PSVariable.GetValue(name) is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
