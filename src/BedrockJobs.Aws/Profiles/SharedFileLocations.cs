namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// The <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html">locations</see> of the shared
/// files. The location of one file doesn't depend on that of the other.
/// </summary>
/// <param name="Credentials">The path of the credentials file.</param>
/// <param name="Config">The path of the config file.</param>
internal sealed record SharedFileLocations(string Credentials, string Config)
{
    /// <summary>Returns the locations for the current environment.</summary>
    /// <param name="profileLocation">The credentials file that the user specifies; null for the default file.</param>
    public static SharedFileLocations Of(string? profileLocation) => new(
        profileLocation ?? Named("AWS_SHARED_CREDENTIALS_FILE") ?? InHome("credentials"),
        Named("AWS_CONFIG_FILE") ?? InHome("config"));

    private static string? Named(string variable) =>
        EnvironmentSetting.Read(variable) is { } path ? UserPath.Expand(path) : null;

    private static string InHome(string file) => Path.Combine(UserPath.Home(), ".aws", file);
}
