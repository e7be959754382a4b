using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// The <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">locations</see> of the shared
/// files. The location of one file doesn't depend on that of the other.
/// </summary>
internal sealed record SharedFileLocations(string Credentials, string Config)
{
    /// <param name="profileLocation">The credentials file that the user specifies; null for the default file.</param>
    public static SharedFileLocations Of(string? profileLocation) => new(
        profileLocation ?? Named("AWS_SHARED_CREDENTIALS_FILE") ?? InHome("credentials"),
        Named("AWS_CONFIG_FILE") ?? InHome("config"));

    private static string? Named(string variable) =>
        EnvironmentSetting.Read(variable) is { } path ? UserPath.Expand(path) : null;

    private static string InHome(string file) => Path.Combine(UserPath.Home(), ".aws", file);
}

/// <summary>Expands paths in the environment or in a file, which no shell expands. The AWS CLI does the same.</summary>
internal static class UserPath
{
    private static readonly Regex Variable = new(@"\$(?:(\w+)|\{(\w+)\})", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    /// <summary>Replaces a leading ~ with the home directory, and variable names with their values.</summary>
    public static string Expand(string path)
    {
        var expanded = Variable.Replace(
            OperatingSystem.IsWindows() ? Environment.ExpandEnvironmentVariables(path) : path,
            match => Environment.GetEnvironmentVariable(match.Groups[1].Value + match.Groups[2].Value) ?? match.Value);
        return expanded == "~" || expanded.StartsWith("~/", StringComparison.Ordinal) || expanded.StartsWith(@"~\", StringComparison.Ordinal)
            ? Path.Join(Home(), expanded[1..])
            : expanded;
    }

    /// <summary>The home directory.</summary>
    /// <remarks>
    /// It's never the current directory: otherwise anyone who can write there could make this process run a program.
    /// </remarks>
    public static string Home()
    {
        var home = EnvironmentSetting.Read("HOME");
        if (home is null && OperatingSystem.IsWindows())
        {
            home = EnvironmentSetting.Read("USERPROFILE")
                ?? (EnvironmentSetting.Read("HOMEDRIVE") is { } drive && EnvironmentSetting.Read("HOMEPATH") is { } path ? drive + path : null);
        }

        // Without the variable, .NET uses the user database of the system.
        return home ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
    }
}
