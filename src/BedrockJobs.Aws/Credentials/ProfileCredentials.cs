using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The credentials of a profile. They are kept between commands, so that not every command assumes a role or prompts
/// for an MFA code. If the profile changes, they are created again.
/// </summary>
internal sealed class ProfileCredentials
{
    private static readonly ConcurrentDictionary<string, ProfileCredentials> Kept = new(StringComparer.Ordinal);

    // The variables that a credential_source uses.
    private static readonly string[] SourceVariables =
        [EnvironmentKey.Id, .. ContainerCredentials.Variables, "AWS_EC2_METADATA_SERVICE_ENDPOINT"];

    private readonly string _key;

    private ProfileCredentials(string key, AWSCredentials credentials)
    {
        _key = key;
        Credentials = credentials;
    }

    public AWSCredentials Credentials { get; }

    /// <summary>The credentials of a profile; null if the profile specifies no identity.</summary>
    /// <param name="usesEnvironment">
    /// Whether a web identity in the environment takes precedence over that of the profile.
    /// </param>
    public static ProfileCredentials? Find(
        AwsProfile profile, RegionEndpoint region, bool usesEnvironment, string subject, ConnectionContext context)
    {
        var profiles = context.Configured.Profiles;
        var identity = new ProfileIdentity(profile, profiles, region, subject, context);
        if (identity.Resolve(usesEnvironment) is not { } credentials)
        {
            return null;
        }

        var key = Key(identity, profiles, region);
        var made = new ProfileCredentials(key, credentials);

        // A program can return a different key each time, and users rely on that. The places of a command share the
        // key.
        return credentials is ProcessCredentials
            ? context.Scope.Once((typeof(ProfileCredentials), key), () => made)
            : Kept.GetOrAdd(key, made);
    }

    /// <summary>
    /// Removes the credentials, so that the next command creates them again, because there was a failure, or a service rejected
    /// them.
    /// </summary>
    public void Forget() => Kept.TryRemove(new(_key, this));

    // The key is a digest, because the settings might contain a secret.
    private static string Key(ProfileIdentity identity, ProfileSet? profiles, RegionEndpoint region)
    {
        var text = new StringBuilder(region.SystemName).Append('\0').Append(profiles?.Stamp);
        foreach (var value in identity.Settings.Concat(SourceVariables.Select(Environment.GetEnvironmentVariable)))
        {
            text.Append('\0').Append(value);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
