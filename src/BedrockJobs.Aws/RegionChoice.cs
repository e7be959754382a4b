using System;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BedrockJobs.Parameters;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>
/// Chooses the Region in the order of the AWS CLI: as asked, of the environment, of the profile that is named, else as
/// the AWS SDK finds it.
/// </summary>
internal static class RegionChoice
{
    /// <exception cref="BedrockRequestException">There is none, or what is configured is none.</exception>
    public static string Choose(ConnectionSettings settings, CredentialProfile? profile)
    {
        var region = settings.Region
            ?? OfEnvironment()
            ?? profile?.Region?.SystemName
            ?? Configured()
            ?? throw new BedrockRequestException(BedrockErrorId.RegionNotFound, SR.RegionSubject, detail: null);
        return ConnectionRules.FaultOfRegion(region) is { } fault
            ? throw new BedrockRequestException(BedrockErrorId.RegionNotFound, SR.ConfiguredRegion, fault)
            : region;
    }

    private static string? OfEnvironment() =>
        Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } region ? region : null;

    private static string? Configured()
    {
        // The SDK looks once per process; a session that changes its environment means it at once.
        FallbackRegionFactory.Reset();

        // Off EC2 the instance metadata service does not answer, which takes many seconds to find out.
        return FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
    }
}
