using System;
using System.Collections.Generic;
using System.Linq;
using Amazon;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>The Regions that the AWS SDK knows, of every partition.</summary>
internal static class KnownRegions
{
    private const string Added = "Unknown";

    public static IReadOnlyList<AwsRegion> All { get; } =
    [
        .. RegionEndpoint.EnumerableAllRegions
            // The SDK also lists names that S3 alone knows, such as us-east-1-regional, and adds those that it is asked for.
            .Where(region => char.IsDigit(region.SystemName[^1]) && !region.DisplayName.Contains(Added, StringComparison.Ordinal))
            .Select(region => new AwsRegion(region.SystemName, region.DisplayName)),
    ];
}
