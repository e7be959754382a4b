namespace BedrockJobs.Aws.Profiles;

/// <summary>The contents of both shared files and, on Windows, of the AWS SDK's encrypted store.</summary>
internal sealed class ProfileSet
{
    private readonly SharedFile _config;
    private readonly SharedFile _credentials;
    private readonly bool _hasSdkStore;

    private ProfileSet(string stamp, SharedFile config, SharedFile credentials, bool hasSdkStore)
    {
        Stamp = stamp;
        _config = config;
        _credentials = credentials;
        _hasSdkStore = hasSdkStore;
    }

    /// <summary>Changes when a file is written, even with the same text.</summary>
    public string Stamp { get; }

    /// <summary>The names of the profiles, sorted.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _config.Profiles.Keys.Concat(_credentials.Profiles.Keys)
            .Concat(_hasSdkStore ? SdkStore.Names() : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the files.</summary>
    /// <param name="profileLocation">The credentials file that the user specifies; null for the default file.</param>
    /// <param name="isNeeded">Whether the identity is in the files. Otherwise, a pipe has only a second.</param>
    /// <exception cref="SharedFileException">A file can't be read, or its format isn't valid.</exception>
    public static ProfileSet Read(string? profileLocation, bool isNeeded)
    {
        var locations = SharedFileLocations.Of(profileLocation);
        var pipeLimit = isNeeded ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);

        // Determined before the files are read, so that later changes count as new.
        var stamp = $"{File.GetLastWriteTimeUtc(locations.Config).Ticks} {File.GetLastWriteTimeUtc(locations.Credentials).Ticks}";
        return new ProfileSet(
            stamp,
            SharedFileReader.Read(locations.Config, isConfig: true, pipeLimit),
            SharedFileReader.Read(locations.Credentials, isConfig: false, pipeLimit),
            hasSdkStore: profileLocation is null && SdkStore.IsAvailable);
    }

    /// <summary>The profile with a name; null for none.</summary>
    public AwsProfile? Find(string name)
    {
        if (_hasSdkStore && SdkStore.Find(name) is { } stored)
        {
            return new AwsProfile(name, config: null, stored);
        }

        var config = _config.Profiles.GetValueOrDefault(name);
        var credentials = _credentials.Profiles.GetValueOrDefault(name)
            ?? _credentials.UnlistedProfiles.GetValueOrDefault(name);
        return config is null && credentials is null ? null : new AwsProfile(name, config, credentials);
    }

    /// <summary>The names of the sso-session sections.</summary>
    public IEnumerable<string> SsoSessionNames => _config.SsoSessions.Keys;

    /// <summary>The sso-session section with a name; null for none.</summary>
    public FileSection? SsoSession(string name) => _config.SsoSessions.GetValueOrDefault(name);

    /// <summary>The services section with a name; null for none.</summary>
    public FileSection? Services(string name) => _config.Services.GetValueOrDefault(name);
}
