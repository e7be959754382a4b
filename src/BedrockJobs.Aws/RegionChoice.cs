using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Chooses the Region: as asked, else of the profile that was named, else as the AWS SDK finds it.</summary>
internal static class RegionChoice
{
    public static string Choose(ConnectionSettings settings, CredentialProfile? profile) =>
        settings.Region
        ?? profile?.Region?.SystemName
        ?? Configured()
        ?? throw new BedrockRequestException(BedrockErrorId.RegionNotFound, SR.RegionSubject, detail: null);

    private static string? Configured()
    {
        // The SDK finds the Region once per process; a session that sets AWS_REGION means it at once.
        FallbackRegionFactory.Reset();

        // Off EC2 the instance metadata service does not answer, which takes many seconds to find out.
        return FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
    }
}
