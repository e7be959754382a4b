using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
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

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, AWSCredentials>> KeptByCommand = [];

    // What a credential_source may take its key from.
    private static readonly string[] SourceVariables =
    [
        EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY,
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
    ];

    private readonly ConcurrentDictionary<string, AWSCredentials> _kept;
    private readonly CredentialProfile _profile;
    private readonly string _key;

    /// <param name="profile">The profile.</param>
    /// <param name="filesStamp">Tells the files that the profile was read from apart from later ones.</param>
    /// <param name="tokenRegion">The Region whose Security Token Service is asked for a role's key.</param>
    public ProfileCredentials(CredentialProfile profile, string filesStamp, RegionEndpoint tokenRegion)
    {
        _profile = profile;
        _key = string.Join('\n', [profile.Name, tokenRegion.SystemName, filesStamp, .. SourceVariables.Select(Environment.GetEnvironmentVariable)]);

        // What a program prints may differ each time, and the user means it to. The targets of a command share it.
        _kept = profile.Options.CredentialProcess is not null && IdentityContext.Current?.Command is { } command
            ? KeptByCommand.GetOrCreateValue(command)
            : Kept;
        Credentials = _kept.GetOrAdd(_key, _ => Make(profile, tokenRegion));
    }

    public AWSCredentials Credentials { get; }

    /// <summary>The command that renews a login with IAM Identity Center; null where the profile has none.</summary>
    public string? LoginCommand => ProfileOfLogin(_profile) is { Name: var name }
        ? "aws sso login --profile " + (name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name)
        : null;

    /// <summary>
    /// Has the next command begin anew: after a failure the user may have logged in again, which the SDK does not notice.
    /// </summary>
    public void Forget() => _kept.TryRemove(new(_key, Credentials));

    /// <summary>Sees to it that keys are got with this module's own clients. A role's source may be a role in its turn.</summary>
    internal static AWSCredentials Own(AWSCredentials credentials, RegionEndpoint region) => credentials switch
    {
        AssumeRoleAWSCredentials role => new RoleCredentials(role, Own(role.SourceCredentials, region), region),
        AssumeRoleWithWebIdentityCredentials identity => new WebIdentityCredentials(identity, region),

        // The SDK's would wait for an instance that is not there. Its type is known to the SDK alone.
        _ when credentials.GetType().Name == "DefaultInstanceProfileAWSCredentials" => InstanceMetadata.Credentials() ?? throw new BedrockRequestException(
            BedrockErrorId.CredentialsNotFound,
            SR.CredentialsSubject,
            string.Format(CultureInfo.CurrentCulture, SR.SourceInstanceSilent, InstanceMetadata.Endpoint)),
        _ => credentials,
    };

    private static AWSCredentials Make(CredentialProfile profile, RegionEndpoint region)
    {
        AWSCredentials credentials;
        try
        {
            credentials = profile.GetAWSCredentials(profile.CredentialProfileStore);
        }
        catch (InvalidOperationException) when (profile.Options.CredentialSource is not null)
        {
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile.Name),
                SR.SourceEnvironmentEmpty);
        }

        // The SDK passes this on with a source_profile only.
        if (credentials is AssumeRoleAWSCredentials role)
        {
            role.Options.ExternalId ??= profile.Options.ExternalID;
        }

        return Own(credentials, region);
    }

    // A role may be assumed with the key of a login.
    private static CredentialProfile? ProfileOfLogin(CredentialProfile profile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var candidate = profile; seen.Add(candidate.Name);)
        {
            if (candidate.Options.SsoStartUrl is not null)
            {
                return candidate;
            }

            if (candidate.Options.SourceProfile is not { } source
                || !candidate.CredentialProfileStore.TryGetProfile(source, out candidate))
            {
                return null;
            }
        }

        return null;
    }
}
