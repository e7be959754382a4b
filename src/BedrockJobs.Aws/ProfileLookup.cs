using System.Globalization;
using System.Linq;
using Amazon.Runtime.CredentialManagement;

namespace BedrockJobs.Aws;

/// <summary>Finds the profile that the user names in the AWS SDK's stores and shared files.</summary>
internal static class ProfileLookup
{
    /// <summary>The profile; null where none is named and the default chain decides.</summary>
    /// <exception cref="BedrockRequestException">There is no profile of that name.</exception>
    public static CredentialProfile? Find(string? profileName)
    {
        if (profileName is null)
        {
            return null;
        }

        var chain = new CredentialProfileStoreChain();
        if (chain.TryGetProfile(profileName, out var profile))
        {
            return profile;
        }

        var known = string.Join(", ", chain.ListProfiles().Select(candidate => candidate.Name).Distinct().Order());
        throw new BedrockRequestException(
            BedrockErrorId.CredentialsNotFound,
            string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profileName),
            known.Length == 0 ? SR.NoProfiles : string.Format(CultureInfo.CurrentCulture, SR.KnownProfiles, known));
    }
}
