namespace BedrockJobs.Aws.Profiles;

/// <summary>The contents of a shared file.</summary>
internal sealed class SharedFile
{
    /// <summary>The profiles by name.</summary>
    public Dictionary<string, FileSection> Profiles { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The profiles whose names only the AWS CLI accepts, such as names with a space in the credentials file.
    /// </summary>
    public Dictionary<string, FileSection> UnlistedProfiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The sso-session sections by name.</summary>
    public Dictionary<string, FileSection> SsoSessions { get; } = new(StringComparer.Ordinal);

    /// <summary>The services sections by name.</summary>
    public Dictionary<string, FileSection> Services { get; } = new(StringComparer.Ordinal);
}
