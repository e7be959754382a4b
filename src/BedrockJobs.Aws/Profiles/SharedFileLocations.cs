using System;
using System.IO;
using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// Where the shared files are, as AWS specifies
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">their location</see>. Each has a place of
/// its own.
/// </summary>
/// <param name="Credentials">The path of the credentials file.</param>
/// <param name="Config">The path of the config file.</param>
internal sealed record SharedFileLocations(string Credentials, string Config)
{
    private static readonly Regex Variable = new(@"\$(?:(\w+)|\{(\w+)\})", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    /// <summary>The locations in the environment as it is now.</summary>
    /// <param name="profileLocation">The credentials file that the user names; null for the usual one.</param>
    public static SharedFileLocations Of(string? profileLocation) => new(
        profileLocation ?? Named("AWS_SHARED_CREDENTIALS_FILE") ?? InHome("credentials"),
        Named("AWS_CONFIG_FILE") ?? InHome("config"));

    private static string InHome(string file) => Path.Combine(Home(), ".aws", file);

    // Never the current folder: whoever may write there could have this process run a program.
    private static string Home()
    {
        var home = Of("HOME");
        if (home is null && OperatingSystem.IsWindows())
        {
            home = Of("USERPROFILE") ?? (Of("HOMEDRIVE") is { } drive && Of("HOMEPATH") is { } path ? drive + path : null);
        }

        // Without a variable .NET asks the system's user database.
        return home ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        static string? Of(string variable) => EnvironmentSetting.Read(variable);
    }

    // No shell expands what a service's environment says, so the AWS CLI does.
    private static string? Named(string variable)
    {
        if (EnvironmentSetting.Read(variable) is not { } path)
        {
            return null;
        }

        path = Variable.Replace(
            Environment.ExpandEnvironmentVariables(path),
            match => Environment.GetEnvironmentVariable(match.Groups[1].Value + match.Groups[2].Value) ?? match.Value);
        return path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith(@"~\", StringComparison.Ordinal)
            ? Path.Join(Home(), path[1..])
            : path;
    }
}
