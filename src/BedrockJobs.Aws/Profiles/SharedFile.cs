using System;
using System.Collections.Generic;

namespace BedrockJobs.Aws.Profiles;

/// <summary>What one shared file holds.</summary>
internal sealed class SharedFile
{
    /// <summary>The profiles by their names.</summary>
    public Dictionary<string, FileSection> Profiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The profiles whose names only the AWS CLI accepts, such as those with a blank in the credentials file.</summary>
    public Dictionary<string, FileSection> UnlistedProfiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The logins with IAM Identity Center by their names.</summary>
    public Dictionary<string, FileSection> SsoSessions { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups of endpoints by their names.</summary>
    public Dictionary<string, FileSection> Services { get; } = new(StringComparer.Ordinal);
}
