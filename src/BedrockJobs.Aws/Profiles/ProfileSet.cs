using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BedrockJobs.Aws.Profiles;

/// <summary>What both shared files hold, and on Windows the AWS SDK's encrypted store.</summary>
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

    /// <summary>Tells the files apart from those that somebody has written anew, be it with the same text.</summary>
    public string Stamp { get; }

    /// <summary>The names of the profiles, in order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _config.Profiles.Keys.Concat(_credentials.Profiles.Keys)
            .Concat(_hasSdkStore ? SdkStore.Names() : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the files.</summary>
    /// <param name="profileLocation">The credentials file that the user names; null for the usual one.</param>
    /// <exception cref="SharedFileException">A file can't be read, or doesn't have the format.</exception>
    public static ProfileSet Read(string? profileLocation)
    {
        var locations = SharedFileLocations.Of(profileLocation);

        // Before they are read: what changes after that counts as new.
        var stamp = $"{File.GetLastWriteTimeUtc(locations.Config).Ticks} {File.GetLastWriteTimeUtc(locations.Credentials).Ticks}";
        return new ProfileSet(
            stamp,
            SharedFileReader.Read(locations.Config, isConfig: true),
            SharedFileReader.Read(locations.Credentials, isConfig: false),
            hasSdkStore: profileLocation is null && SdkStore.IsAvailable);
    }

    /// <summary>The profile of a name; null where there is none.</summary>
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

    /// <summary>The names of the sso-sessions.</summary>
    public IEnumerable<string> SsoSessionNames => _config.SsoSessions.Keys;

    /// <summary>The sso-session of a name; null where there is none.</summary>
    public FileSection? SsoSession(string name) => _config.SsoSessions.GetValueOrDefault(name);

    /// <summary>The services section of a name; null where there is none.</summary>
    public FileSection? Services(string name) => _config.Services.GetValueOrDefault(name);
}
