using System;
using System.Collections.Concurrent;
using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// The credentials of a profile. They are kept from one command to the next, so that a role is not assumed, nor a code of
/// a multi-factor device asked for, each time; a file that has changed makes them anew.
/// </summary>
internal sealed class ProfileCredentials
{
    private static readonly ConcurrentDictionary<string, AWSCredentials> Kept = new(StringComparer.Ordinal);

    private readonly CredentialProfile _profile;
    private readonly string _key;

    /// <param name="profile">The profile.</param>
    /// <param name="location">The credentials file that the user named; null for the usual one.</param>
    /// <param name="region">The Region whose Security Token Service is asked for a role's key.</param>
    public ProfileCredentials(CredentialProfile profile, string? location, RegionEndpoint region)
    {
        _profile = profile;
        // Not the Region: a role's key is good for all Regions of a partition, and one code is enough to get it.
        _key = string.Join(
            '\n',
            profile.Name,
            region.PartitionName,
            SharedFiles.Stamp(location),
            Environment.GetEnvironmentVariable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY));
        Credentials = Kept.GetOrAdd(_key, _ => Own(profile.GetAWSCredentials(profile.CredentialProfileStore), region));
    }

    public AWSCredentials Credentials { get; }

    public string Name => _profile.Name;

    /// <summary>The command that renews a login with IAM Identity Center; null where the profile has none.</summary>
    public string? LoginCommand => _profile.Options.SsoStartUrl is null
        ? null
        : string.Format(CultureInfo.InvariantCulture, "aws sso login --profile {0}", _profile.Name);

    /// <summary>
    /// Has the next command begin anew: after a failure the user may have logged in again, which the SDK does not notice.
    /// </summary>
    public void Forget() => Kept.TryRemove(_key, out _);

    /// <summary>Sees to it that keys are got with this module's own clients. A role's source may be a role in its turn.</summary>
    internal static AWSCredentials Own(AWSCredentials credentials, RegionEndpoint region) => credentials switch
    {
        AssumeRoleAWSCredentials role => new RoleCredentials(role, Own(role.SourceCredentials, region), region),
        AssumeRoleWithWebIdentityCredentials identity => new WebIdentityCredentials(identity, region),
        _ => credentials,
    };
}
