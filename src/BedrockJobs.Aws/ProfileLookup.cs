using System;
using System.Globalization;
using System.Linq;
using Amazon.Runtime.CredentialManagement;

namespace BedrockJobs.Aws;

/// <summary>Finds the profile that the user names in the AWS SDK's stores and shared files.</summary>
internal static class ProfileLookup
{
    /// <summary>
    /// The profile that is named, in the environment too; null where none is and the default chain decides.
    /// </summary>
    /// <exception cref="BedrockRequestException">There is no profile of that name.</exception>
    public static CredentialProfile? Find(string? profileName)
    {
        if ((profileName ?? ProfileOfEnvironment()) is not { } name)
        {
            return null;
        }

        var chain = new CredentialProfileStoreChain();
        if (chain.TryGetProfile(name, out var profile))
        {
            return profile;
        }

        var known = string.Join(", ", chain.ListProfiles().Select(candidate => candidate.Name).Distinct().Order());
        throw new BedrockRequestException(
            BedrockErrorId.CredentialsNotFound,
            string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, name),
            known.Length == 0 ? SR.NoProfiles : string.Format(CultureInfo.CurrentCulture, SR.KnownProfiles, known));
    }

    // Keys in the environment go before a profile that the environment names, which then matters to nobody.
    private static string? ProfileOfEnvironment() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"))
        && Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name
            ? name
            : null;
}
