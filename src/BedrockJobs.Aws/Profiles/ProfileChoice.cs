namespace BedrockJobs.Aws.Profiles;

/// <summary>Chooses the profile: that of -ProfileName, that of the environment, or the default profile.</summary>
internal static class ProfileChoice
{
    private const string DefaultName = "default";

    private static readonly string[] Variables = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

    /// <returns>The profile in use and the files that contain it; null for none.</returns>
    /// <param name="settings">The settings of the user.</param>
    /// <param name="isNeeded">
    /// Whether the profile provides the identity, so that the contents of the files matter.
    /// </param>
    /// <exception cref="BedrockRequestException">
    /// The profile that the user or the environment specifies doesn't exist, or a shared file can't be read.
    /// </exception>
    public static (AwsProfile? Profile, ProfileSet? Profiles) Find(ConnectionSettings settings, bool isNeeded)
    {
        isNeeded |= settings.ProfileName is not null;
        var name = NameOf(settings);
        ProfileSet profiles;
        try
        {
            profiles = CommandScope.Of(settings.Command).Profiles(settings.ProfileLocation, isNeeded);
        }
        catch (SharedFileException fault)
        {
            return isNeeded ? throw Translate(fault) : default;
        }

        var profile = profiles.Find(name);
        return profile is null && isNeeded && (settings.ProfileName ?? NameOfEnvironment) is not null
            ? throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, name),
                profiles.Names.Count == 0
                    ? SR.NoProfiles
                    : string.Format(CultureInfo.CurrentCulture, SR.KnownProfiles, string.Join(", ", profiles.Names)))
            : (profile, profiles);
    }

    /// <summary>The name of the profile in use, even if it doesn't exist.</summary>
    public static string NameOf(ConnectionSettings settings) => settings.ProfileName ?? NameOfEnvironment ?? DefaultName;

    /// <summary>Converts the failure to read a shared file to an error.</summary>
    public static BedrockRequestException Translate(SharedFileException fault) =>
        new(BedrockErrorId.ValidationFailed, SR.SettingsSubject, fault.Message);

    private static string? NameOfEnvironment => Variables.Select(EnvironmentSetting.Read).FirstOrDefault(name => name is not null);
}
