namespace BedrockJobs.Input;

/// <summary>The places that the connection parameters of a command name: each Region with each profile.</summary>
internal sealed class RequestedPlaces
{
    private readonly ConnectionSettings _common;
    private readonly string[]? _regions;
    private readonly string[]? _profiles;
    private readonly bool _isDefaultRegion;
    private string? _firstRegion;

    /// <param name="regions">The Regions; null for that of the environment.</param>
    /// <param name="profiles">The profiles; null for that of the environment.</param>
    /// <param name="isDefaultRegion">Whether the Regions are a default of the session, which no ARN contradicts.</param>
    public RequestedPlaces(ConnectionSettings common, string[]? regions, string[]? profiles, bool isDefaultRegion = false)
    {
        _common = common;
        _regions = regions;
        _profiles = profiles;
        _isDefaultRegion = isDefaultRegion;
    }

    /// <summary>All places, in the order in which the user specified them.</summary>
    public IReadOnlyList<ConnectionSettings> All => In(_common, _regions, _profiles);

    /// <summary>
    /// Where to look for a job. The Region is the Region in the ARN, or else each specified Region. The profile is each
    /// specified profile, or else the profile that the job was listed with.
    /// </summary>
    public RequestedJob Of(JobReference job)
    {
        var profiles = _profiles ?? (job.ProfileName is { } listedWith ? [listedWith] : null);
        var places = job.Region is { } region
            ? In(_common with { IsRegionFromArn = _regions is null }, [region], profiles)
            : In(_common, _regions, profiles);
        return new RequestedJob(job, places);
    }

    /// <summary>Describes how -Region contradicts the ARN of a job; null if it doesn't.</summary>
    public string? ContradictionOf(JobReference job) =>
        job.Region is not { } region || _regions is null || _isDefaultRegion || _regions.Contains(region, StringComparer.OrdinalIgnoreCase)
            ? null
            : SR.RegionContradictsArn.With(string.Join(", ", _regions), PrintableText.From(job.Identifier), region);

    /// <summary>
    /// The place where a listing is resumed. A query without a Region comes from a listing that failed because no Region was
    /// found.
    /// </summary>
    public ConnectionSettings Of(JobQuery query, string? profileLocation) => In(
        _common with { ProfileLocation = profileLocation, EndpointUrl = _common.EndpointUrl ?? query.EndpointUrl },
        (query.Region ?? _regions?[0]) is { } region ? [region] : null,
        query.ProfileName is { } profile ? [profile] : null)[0];

    private IReadOnlyList<ConnectionSettings> In(ConnectionSettings common, string[]? regions, string[]? profiles)
    {
        // The first Region of the command, so that one key of a role, and one MFA code, are enough for all places.
        _firstRegion ??= regions?[0].ToLowerInvariant();
        return
        [
            .. from profile in DistinctOrNone(profiles, StringComparer.Ordinal)
               from region in DistinctOrNone(regions, StringComparer.OrdinalIgnoreCase)
               select common with
               {
                   Region = region?.ToLowerInvariant(),
                   ProfileName = profile,
                   FirstRegion = _firstRegion,
                   Choices = [],
               },
        ];
    }

    private static IEnumerable<string?> DistinctOrNone(string[]? values, StringComparer comparer) =>
        values?.Distinct(comparer) ?? Enumerable.Repeat<string?>(null, 1);
}
