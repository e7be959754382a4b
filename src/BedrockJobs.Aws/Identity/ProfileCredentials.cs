using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Amazon;
using Amazon.Runtime;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// The credentials of a profile. They are kept from one command to the next, so that a role is not assumed, nor a code of
/// a multi-factor device asked for, each time. A profile that has changed makes them anew.
/// </summary>
internal sealed class ProfileCredentials
{
    private static readonly ConcurrentDictionary<string, ProfileCredentials> Kept = new(StringComparer.Ordinal);

    // What a credential_source takes its key from.
    private static readonly string[] SourceVariables =
        [EnvironmentKey.Id, .. ContainerCredentials.Variables, "AWS_EC2_METADATA_SERVICE_ENDPOINT"];

    private readonly string _key;
    private readonly string? _loginProfile;

    private ProfileCredentials(string key, AWSCredentials credentials, string? loginProfile)
    {
        _key = key;
        _loginProfile = loginProfile;
        Credentials = credentials;
    }

    public AWSCredentials Credentials { get; }

    /// <summary>The command that renews a login with IAM Identity Center; null where the profile has none.</summary>
    public string? LoginCommand => _loginProfile is { } name
        ? "aws sso login --profile " + (name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name)
        : null;

    /// <summary>The credentials of a profile; null for a profile that says nothing of who to be.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="profiles">The files that it is from; null for none.</param>
    /// <param name="region">The Region whose Security Token Service is asked for a role's key.</param>
    /// <param name="usesEnvironment">Whether a web identity of the environment goes before that of the profile.</param>
    /// <param name="subject">Who says who to be, for messages.</param>
    /// <exception cref="BedrockRequestException">The profile says who to be, but not in full.</exception>
    public static ProfileCredentials? Find(
        AwsProfile profile, ProfileSet? profiles, RegionEndpoint region, bool usesEnvironment, string subject)
    {
        var identity = new ProfileIdentity(profile, profiles, region, subject);
        if (identity.Resolve(usesEnvironment) is not { } credentials)
        {
            return null;
        }

        var key = Key(identity, profiles, region);
        var made = new ProfileCredentials(key, credentials, identity.LoginProfile);

        // What a program prints may differ each time, and the user means it to. The targets of a command share it.
        return credentials is ProcessCredentials
            ? IdentityContext.Current!.Scope.Once((typeof(ProfileCredentials), key), () => made)
            : Kept.GetOrAdd(key, made);
    }

    /// <summary>
    /// Has the next command begin anew: after a failure the user may have logged in again, which the SDK does not notice.
    /// </summary>
    public void Forget() => Kept.TryRemove(new(_key, this));

    // A digest, since the settings may hold a secret.
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
