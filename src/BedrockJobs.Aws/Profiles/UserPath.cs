using System;
using System.IO;
using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// Paths that somebody wrote into the environment or a file, where no shell expands them. The AWS CLI does, and so does this.
/// </summary>
internal static class UserPath
{
    private static readonly Regex Variable = new(@"\$(?:(\w+)|\{(\w+)\})", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    /// <summary>The path with the home folder in place of a leading ~, and the values of variables in place of their names.</summary>
    public static string Expand(string path)
    {
        var expanded = Variable.Replace(
            Environment.ExpandEnvironmentVariables(path),
            match => Environment.GetEnvironmentVariable(match.Groups[1].Value + match.Groups[2].Value) ?? match.Value);
        return expanded == "~" || expanded.StartsWith("~/", StringComparison.Ordinal) || expanded.StartsWith(@"~\", StringComparison.Ordinal)
            ? Path.Join(Home(), expanded[1..])
            : expanded;
    }

    /// <summary>The home folder.</summary>
    /// <remarks>Never the current folder: whoever may write there could have this process run a program.</remarks>
    public static string Home()
    {
        var home = EnvironmentSetting.Read("HOME");
        if (home is null && OperatingSystem.IsWindows())
        {
            home = EnvironmentSetting.Read("USERPROFILE")
                ?? (EnvironmentSetting.Read("HOMEDRIVE") is { } drive && EnvironmentSetting.Read("HOMEPATH") is { } path ? drive + path : null);
        }

        // Without a variable .NET asks the system's user database.
        return home ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
    }
}
