using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Profiles;

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
