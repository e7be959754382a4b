using System.Globalization;
using System.Linq;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Service;

namespace BedrockJobs.Aws.Profiles;

/// <summary>Chooses the profile in use: that of -ProfileName, of the environment, or the default one.</summary>
internal static class ProfileChoice
{
    private const string DefaultName = "default";

    private static readonly string[] Variables = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

    /// <returns>The profile in use, and the files that it is from; null where there is none.</returns>
    /// <param name="settings">What the user says.</param>
    /// <param name="isNeeded">Whether the identity is the profile's, so that it matters what the files hold.</param>
    /// <exception cref="BedrockRequestException">
    /// There is no profile of the name that the user or the environment gives, or a shared file can't be read.
    /// </exception>
    public static (AwsProfile? Profile, ProfileSet? Profiles) Find(ConnectionSettings settings, bool isNeeded)
    {
        isNeeded |= settings.ProfileName is not null;
        var name = NameOf(settings);
        ProfileSet profiles;
        try
        {
            profiles = CommandScope.Of(settings.Command).Profiles(settings.ProfileLocation);
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

    /// <summary>The name of the profile in use, whether it exists or not.</summary>
    public static string NameOf(ConnectionSettings settings) => settings.ProfileName ?? NameOfEnvironment ?? DefaultName;

    /// <summary>A shared file that can't be read, as an error.</summary>
    public static BedrockRequestException Translate(SharedFileException fault) =>
        new(BedrockErrorId.ValidationFailed, SR.SettingsSubject, fault.Message);

    private static string? NameOfEnvironment => Variables.Select(EnvironmentSetting.Read).FirstOrDefault(name => name is not null);
}
