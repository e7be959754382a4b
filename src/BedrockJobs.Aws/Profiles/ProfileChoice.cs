namespace BedrockJobs.Aws.Profiles;

/// <summary>Chooses the profile: that of -ProfileName, that of the environment, or the default profile.</summary>
internal static class ProfileChoice
{
    private const string DefaultName = "default";

    private static readonly string[] Variables = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

    /// <returns>The settings of the environment and of the profile in use.</returns>
    /// <param name="isNeeded">Whether the profile might provide the identity.</param>
    public static async Task<ConfiguredSettings> FindAsync(ConnectionSettings settings, bool isNeeded)
    {
        isNeeded |= settings.ProfileName is not null;
        var name = NameOf(settings);
        ProfileSet profiles;
        try
        {
            profiles = await CommandScope.Of(settings.Command).ProfilesAsync(settings.ProfileLocation, isNeeded).ConfigureAwait(false);
        }
        catch (SharedFileException fault)
        {
            throw Translate(fault);
        }

        // An unreadable file doesn't matter if the identity is elsewhere.
        var isNamed = isNeeded && (settings.ProfileName ?? NameOfEnvironment) is not null;
        if (isNamed && profiles.Fault is { } unreadable)
        {
            throw Translate(unreadable);
        }

        var profile = profiles.Find(name);
        return profile is null && profiles.Fault is null && (settings.ProfileName ?? NameOfEnvironment) is not null
            ? throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                SR.ProfileSubject.With(name),
                profiles.Names.Count == 0
                    ? SR.NoProfiles
                    : SR.KnownProfiles.With(string.Join(", ", profiles.Names)))
            : new ConfiguredSettings(profile, profiles);
    }

    /// <summary>The name of the profile in use, even if it doesn't exist.</summary>
    public static string NameOf(ConnectionSettings settings) => settings.ProfileName ?? NameOfEnvironment ?? DefaultName;

    /// <summary>Converts the failure to read a shared file to an error.</summary>
    public static BedrockRequestException Translate(SharedFileException fault) =>
        new(BedrockErrorId.ValidationFailed, SR.SettingsSubject, fault.Message);

    private static string? NameOfEnvironment => Variables.Select(EnvironmentSetting.Read).FirstOrDefault(name => name is not null);
}
