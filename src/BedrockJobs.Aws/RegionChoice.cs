namespace BedrockJobs.Aws;

/// <summary>
/// Chooses the Region in the order of the AWS CLI and about_BedrockJobs: parameter, session, environment, profile in
/// use, instance.
/// </summary>
internal static class RegionChoice
{
    private const string Setting = "region";

    private static readonly string[] Variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <returns>The Region and its source.</returns>
    /// <exception cref="BedrockRequestException">
    /// No Region was found, or the configured value isn't a Region.
    /// </exception>
    public static (string Region, string Source) Choose(ConnectionSettings settings, AwsProfile? profile)
    {
        foreach (var (region, source, setting) in Candidates(settings, profile))
        {
            if (!string.IsNullOrEmpty(region))
            {
                return ConnectionRules.FaultOfRegion(region, () => KnownRegions.All) is { } fault
                    ? throw new BedrockRequestException(
                        BedrockErrorId.RegionNotFound,
                        string.Format(CultureInfo.CurrentCulture, SR.ConfiguredRegion, source),
                        setting is null ? fault : ConfiguredSettings.FaultOf(Setting, setting, fault))
                    : (region.ToLowerInvariant(), source);
            }
        }

        throw new BedrockRequestException(BedrockErrorId.RegionNotFound, SR.RegionSubject, WhereLooked(settings));
    }

    /// <summary>
    /// The Region of the Security Token Service for role credentials. It's the same for all targets, so that one key
    /// and one MFA code are enough.
    /// </summary>
    /// <param name="settings">The settings of the user.</param>
    /// <param name="profile">The profile in use.</param>
    /// <param name="region">The Region that was chosen. A key is valid only in the partition of this Region.</param>
    public static RegionEndpoint OfTokenService(ConnectionSettings settings, AwsProfile? profile, string region)
    {
        var asked = RegionEndpoint.GetBySystemName(region);
        var name = profile?.Value(Setting) ?? settings.FirstRegion ?? region;
        if (ConnectionRules.FaultOfRegion(name, () => []) is not null)
        {
            return asked;
        }

        var shared = RegionEndpoint.GetBySystemName(name.ToLowerInvariant());
        return shared.PartitionName == asked.PartitionName ? shared : asked;
    }

    // Evaluated one after the other, because the last source is slow.
    private static IEnumerable<(string? Region, string Source, FileSetting? Setting)> Candidates(
        ConnectionSettings settings, AwsProfile? profile)
    {
        yield return (settings.Region, settings.IsRegionFromArn ? SR.ArnOfJob : "-Region", null);
        yield return (settings.StoredRegion, "$StoredAWSRegion", null);
        foreach (var variable in Variables)
        {
            yield return (EnvironmentSetting.Read(variable), variable, null);
        }

        yield return (
            profile?.Value(Setting),
            string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile?.Name),
            profile?.All[Setting]);
        yield return (
            InstanceMetadata.Region(),
            InstanceMetadata.Subject,
            null);
    }

    private static string WhereLooked(ConnectionSettings settings)
    {
        var (credentialsFile, configFile) = SharedFileLocations.Of(settings.ProfileLocation);
        return string.Format(
            CultureInfo.CurrentCulture,
            SR.WhereLooked,
            string.Join(
                "; ",
                "-Region",
                "$StoredAWSRegion",
                string.Join("; ", Variables),
                string.Format(
                    CultureInfo.CurrentCulture,
                    SR.LookedIntoProfile,
                    ProfileChoice.NameOf(settings),
                    credentialsFile,
                    configFile),
                InstanceMetadata.IsAllowed
                    ? string.Format(CultureInfo.CurrentCulture, SR.LookedForInstance, InstanceMetadata.Endpoint)
                    : SR.InstanceForbidden));
    }
}
