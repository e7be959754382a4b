using System.IO;

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
    /// <summary>The locations in the environment as it is now.</summary>
    /// <param name="profileLocation">The credentials file that the user names; null for the usual one.</param>
    public static SharedFileLocations Of(string? profileLocation) => new(
        profileLocation ?? Named("AWS_SHARED_CREDENTIALS_FILE") ?? InHome("credentials"),
        Named("AWS_CONFIG_FILE") ?? InHome("config"));

    private static string? Named(string variable) =>
        EnvironmentSetting.Read(variable) is { } path ? UserPath.Expand(path) : null;

    private static string InHome(string file) => Path.Combine(UserPath.Home(), ".aws", file);
}
