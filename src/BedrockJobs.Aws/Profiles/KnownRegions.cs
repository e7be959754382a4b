namespace BedrockJobs.Aws.Profiles;

/// <summary>The Regions of all partitions that the AWS SDK knows.</summary>
internal static class KnownRegions
{
    private const string Added = "Unknown";

    public static IReadOnlyList<AwsRegion> All { get; } =
    [
        .. RegionEndpoint.EnumerableAllRegions
            // The SDK also lists names that only Amazon S3 uses, such as us-east-1-regional, and adds names that were
            // looked up.
            .Where(region => char.IsDigit(region.SystemName[^1]) && !region.DisplayName.Contains(Added, StringComparison.Ordinal))
            .Select(region => new AwsRegion(region.SystemName, region.DisplayName)),
    ];
}
