using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Settings;
using Amazon.Runtime.Internal.Util;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Finds the profile in use in the AWS SDK's stores and shared files.</summary>
internal static class ProfileLookup
{
    private const string Variable = "AWS_PROFILE";

    /// <summary>The profile that is named, by the user or the environment, or else the default one; null for none.</summary>
    /// <param name="settings">What the user says.</param>
    /// <param name="isNeeded">Whether it matters that the profile which the environment names is there.</param>
    /// <exception cref="BedrockRequestException">There is no profile of the name that somebody gave.</exception>
    public static CredentialProfile? Find(ConnectionSettings settings, bool isNeeded)
    {
        var name = NameOf(settings);
        var chain = new CredentialProfileStoreChain(settings.ProfileLocation);
        try
        {
            if (chain.TryGetProfile(name, out var profile))
            {
                return profile;
            }
        }
        catch (Exception exception) when (settings.ProfileName is null && !isNeeded && exception is not OutOfMemoryException)
        {
            // A fault in files that nobody named, and that hold nothing which is needed.
            return null;
        }

        if (settings.ProfileName is null && (!isNeeded || NameOfEnvironment is null))
        {
            return null;
        }

        throw new BedrockRequestException(
            BedrockErrorId.CredentialsNotFound,
            string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, name),
            WhyNot(name, Names(settings.ProfileLocation)));
    }

    /// <summary>The name of the profile in use, whether it exists or not.</summary>
    public static string NameOf(ConnectionSettings settings) =>
        settings.ProfileName ?? NameOfEnvironment ?? SharedCredentialsFile.DefaultProfileName;

    /// <summary>The names of the profiles that there are.</summary>
    /// <remarks>By their sections: the SDK lists no profile at all where one of them is incomplete.</remarks>
    public static IReadOnlyList<string> Names(string? profileLocation)
    {
        var (credentialsFile, configFile) = SharedFiles.Paths(profileLocation);
        IEnumerable<string> names =
        [
            .. new ProfileIniFile(credentialsFile, profileMarkerRequired: false).ListSectionNames(),
            .. new ProfileIniFile(configFile, profileMarkerRequired: true).ListSectionNames(),
            .. new ProfileIniFile(configFile, profileMarkerRequired: false).ListSectionNames()
                .Where(name => name == SharedCredentialsFile.DefaultProfileName),
        ];
        if (profileLocation is null && UserCrypto.IsUserCryptAvailable)
        {
            names = names.Concat(new NetSDKCredentialsFile().ListProfileNames());
        }

        return [.. names.Distinct().Order(StringComparer.Ordinal)];
    }

    // A profile with a value that is none does not exist to the SDK, though its section is there.
    private static string WhyNot(string name, IReadOnlyList<string> known) => known.Count == 0
        ? SR.NoProfiles
        : known.Contains(name, StringComparer.Ordinal)
            ? SR.UnreadableProfile
            : string.Format(CultureInfo.CurrentCulture, SR.KnownProfiles, string.Join(", ", known));

    private static string? NameOfEnvironment =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : null;
}
