using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Internal.Util;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// What the shared files say of a profile, word by word. The SDK tells nothing of a profile that it finds incomplete, and not
/// all of the others.
/// </summary>
internal static class ProfileSection
{
    private static readonly Regex OfIdentity = new(
        @"\A(aws_access_key_id|aws_secret_access_key|role_arn|source_profile|credential_\w+|web_identity_token_file|sso_\w+|login_session)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The settings of a profile by their names; none where it does not exist.</summary>
    public static IReadOnlyDictionary<string, string> Read(string name, string? profileLocation)
    {
        var (credentialsFile, configFile) = SharedFiles.Paths(profileLocation);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        // What the credentials file says goes before. In the config the word "profile" precedes all names but the default one.
        var isMarked = name != SharedCredentialsFile.DefaultProfileName;
        foreach (var file in new[] { new ProfileIniFile(configFile, isMarked), new ProfileIniFile(credentialsFile, false) })
        {
            if (file.TryGetSection(name, isSsoSession: false, isServicesSection: false, out var section, out _))
            {
                foreach (var (setting, value) in section)
                {
                    settings[setting] = value;
                }
            }
        }

        return settings;
    }

    /// <summary>The names of those settings that say who to be.</summary>
    public static IReadOnlyList<string> IdentitySettings(string name, string? profileLocation) =>
        [.. Read(name, profileLocation).Keys.Where(setting => OfIdentity.IsMatch(setting)).Order(StringComparer.Ordinal)];
}
