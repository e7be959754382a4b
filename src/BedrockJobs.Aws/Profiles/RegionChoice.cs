namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// Chooses the Region in the order of the AWS CLI and about_BedrockJobs: parameter, session, environment, profile in
/// use, instance.
/// </summary>
internal static class RegionChoice
{
    private const string Setting = "region";

    private static readonly string[] Variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <returns>The Region and its source.</returns>
    /// <param name="askInstance">Asks for the Region of the instance. It's the last source, because it's slow.</param>
    public static async Task<(string Region, string Source)> ChooseAsync(
        ConnectionSettings settings, ConfiguredSettings configured, Func<Task<string?>> askInstance)
    {
        var profile = configured.Profile;
        (string? Region, string Source, FileSetting? Setting)[] candidates =
        [
            (settings.Region, settings.IsRegionFromArn ? SR.ArnOfJob : "-Region", null),
            (settings.StoredRegion, "$StoredAWSRegion", null),
            .. Variables.Select(variable => (EnvironmentSetting.Read(variable), variable, (FileSetting?)null)),
            (profile?.Value(Setting), SR.ProfileSubject.With(profile?.Name), profile?.All[Setting]),
        ];
        var (region, source, setting) = Array.Find(candidates, candidate => !string.IsNullOrEmpty(candidate.Region));
        if (region is null && await askInstance().ConfigureAwait(false) is { Length: > 0 } ofInstance)
        {
            (region, source) = (ofInstance, configured.InstanceMetadataSource);
        }

        if (region is null)
        {
            throw new BedrockRequestException(BedrockErrorId.RegionNotFound, SR.RegionSubject, WhereLooked(settings, configured));
        }

        return ConnectionRules.FaultOfRegion(region, () => KnownRegions.All) is { } fault
            ? throw new BedrockRequestException(
                BedrockErrorId.RegionNotFound,
                SR.ConfiguredRegion.With(source),
                setting is null ? fault : setting.Fault(Setting, fault))
            : (region.ToLowerInvariant(), source);
    }

    /// <summary>
    /// The Region of the Security Token Service for role credentials. It's the same for all places, so that one key
    /// and one MFA code are enough.
    /// </summary>
    /// <param name="region">The Region that was chosen. A key is valid only in the partition of this Region.</param>
    public static RegionEndpoint OfTokenService(ConnectionSettings settings, AwsProfile? profile, string region)
    {
        var asked = RegionEndpoint.GetBySystemName(region);
        var name = Variables.Select(EnvironmentSetting.Read).FirstOrDefault(variable => variable is not null)
            ?? profile?.Value(Setting) ?? settings.FirstRegion ?? region;
        if (ConnectionRules.FaultOfRegion(name, () => []) is not null)
        {
            return asked;
        }

        var shared = RegionEndpoint.GetBySystemName(name.ToLowerInvariant());
        return shared.PartitionName == asked.PartitionName ? shared : asked;
    }

    private static string WhereLooked(ConnectionSettings settings, ConfiguredSettings configured)
    {
        var (credentialsFile, configFile) = SharedFileLocations.Of(settings.ProfileLocation);
        return SR.WhereLooked.With(
            string.Join("; ", "-Region", "$StoredAWSRegion", string.Join("; ", Variables), SR.LookedIntoProfile.With(
                ProfileChoice.NameOf(settings), credentialsFile, configFile), configured.InstanceMetadataSearch));
    }
}
