namespace BedrockJobs.Aws.Profiles;

/// <summary>The contents of both shared files and, on Windows, of the AWS SDK's encrypted store.</summary>
internal sealed class ProfileSet
{
    private ProfileSet()
    {
    }

    /// <summary>Changes when a file is written, even with the same text.</summary>
    public required string Stamp { get; init; }

    /// <summary>Why a file can't be read, so that other profiles might exist; null if all files can be read.</summary>
    public SharedFileException? Fault { get; private init; }

    private SharedFile Config { get; init; } = new();

    private SharedFile Credentials { get; init; } = new();

    private bool HasSdkStore { get; init; }

    public IReadOnlyList<string> Names =>
    [
        .. Config.Profiles.Keys.Concat(Credentials.Profiles.Keys)
            .Concat(HasSdkStore ? SdkStore.Names() : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <param name="profileLocation">The credentials file that the user specifies; null for the default file.</param>
    /// <param name="isNeeded">Whether the identity is in the files. Otherwise, a pipe has only a second.</param>
    /// <exception cref="SharedFileException">The format of a file isn't valid.</exception>
    public static async Task<ProfileSet> ReadAsync(string? profileLocation, bool isNeeded)
    {
        var locations = SharedFileLocations.Of(profileLocation);
        var pipeLimit = TimeLimit.Of(isNeeded ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));

        // Determined before the files are read, so that later changes count as new.
        var stamp = $"{SharedFileReader.StampOf(locations.Config)} {SharedFileReader.StampOf(locations.Credentials)}";
        SharedFileException? unreadable = null;
        return new ProfileSet
        {
            Stamp = stamp,
            Config = await TryReadAsync(locations.Config, isConfig: true).ConfigureAwait(false),
            Credentials = await TryReadAsync(locations.Credentials, isConfig: false).ConfigureAwait(false),
            Fault = unreadable,
            HasSdkStore = profileLocation is null && SdkStore.IsAvailable,
        };

        async Task<SharedFile> TryReadAsync(string path, bool isConfig)
        {
            try
            {
                return await SharedFileReader.ReadAsync(path, isConfig, pipeLimit).ConfigureAwait(false);
            }
            catch (SharedFileException fault) when (fault.IsUnreadable)
            {
                unreadable ??= fault;
                return new SharedFile();
            }
        }
    }

    public AwsProfile? Find(string name)
    {
        if (HasSdkStore && SdkStore.Find(name) is { } stored)
        {
            return new AwsProfile(name, config: null, stored);
        }

        var config = Config.Profiles.GetValueOrDefault(name);
        var credentials = Credentials.Profiles.GetValueOrDefault(name)
            ?? Credentials.UnlistedProfiles.GetValueOrDefault(name);
        return config is null && credentials is null ? null : new AwsProfile(name, config, credentials);
    }

    public FileSection? SsoSession(string name) => Config.SsoSessions.GetValueOrDefault(name);

    public FileSection? Services(string name) => Config.Services.GetValueOrDefault(name);
}
