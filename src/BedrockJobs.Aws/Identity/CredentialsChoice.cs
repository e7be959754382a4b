using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using BedrockJobs.Service;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Chooses whom to sign as. The order is that of about_BedrockJobs: -Credential, -ProfileName, $StoredAWSCredentials, the
/// environment, the profile of AWS_PROFILE or else default, the container, the instance.
/// </summary>
internal static class CredentialsChoice
{
    private const string BearerToken = "AWS_BEARER_TOKEN_BEDROCK";

    /// <summary>A container's agent is on the same machine.</summary>
    private static readonly TimeSpan ContainerLimit = TimeSpan.FromSeconds(2);

    // By command, whose targets share one key.
    private static readonly ConditionalWeakTable<object, GenericContainerCredentials> Containers = [];

    private static readonly string[] KeyVariables =
    [
        EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY,
        EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY,
    ];

    private static readonly string[] WebIdentityVariables =
    [
        AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable,
        AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable,
    ];

    private static readonly string[] ContainerVariables =
    [
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ];

    /// <summary>Whether there are credentials that go before those of the profile that the environment names.</summary>
    public static bool IsBeforeProfile(ConnectionSettings settings) =>
        settings.Credential is not null
        || settings.StoredCredential is not null
        || IsSet(BearerToken)
        || KeyVariables.All(IsSet)
        || WebIdentityVariables.All(IsSet);

    /// <summary>Chooses, and gets a key, so that a failure is told as what it is.</summary>
    /// <param name="settings">What the user and the session say.</param>
    /// <param name="profile">The profile in use; null where there is none.</param>
    /// <param name="filesStamp">Tells the files that the profile was read from apart from later ones.</param>
    /// <param name="tokenRegion">The Region whose Security Token Service is asked for a role's key.</param>
    /// <exception cref="BedrockRequestException">There are none, or they can't be had.</exception>
    public static (ChosenCredentials Chosen, ImmutableCredentials? Key) Choose(
        ConnectionSettings settings, CredentialProfile? profile, string filesStamp, RegionEndpoint tokenRegion)
    {
        var chosen = new ChosenCredentials(null, SR.CredentialsSubject);
        try
        {
            chosen = Find(settings, profile, filesStamp, tokenRegion);
            return (chosen, chosen.Credentials is { } credentials ? KeyOf(credentials) : null);
        }
        catch (Exception exception)
        {
            chosen.Profile?.Forget();
            if (exception is BedrockRequestException)
            {
                throw;
            }

            throw CredentialsFailure.Translate(exception, chosen);
        }
    }

    private static ChosenCredentials Find(
        ConnectionSettings settings, CredentialProfile? profile, string filesStamp, RegionEndpoint tokenRegion)
    {
        if (settings.Credential is { } given)
        {
            return new ChosenCredentials(new GivenCredentials(given), "-Credential");
        }

        if (settings.ProfileName is not null)
        {
            return OfProfile(profile!, settings, filesStamp, tokenRegion);
        }

        return settings.StoredCredential is { } stored
            ? new ChosenCredentials(new GivenCredentials(stored), "$StoredAWSCredentials")
            : OfEnvironment(tokenRegion)
            ?? (HoldsIdentity(settings, profile) ? OfProfile(profile!, settings, filesStamp, tokenRegion) : null)
            ?? OfContainer()
            ?? OfInstance()
            ?? throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, WhereLooked(settings, profile));
    }

    // A profile that means to say who to be, but does so by halves, is not passed over: it would be somebody else who signs.
    private static bool HoldsIdentity(ConnectionSettings settings, CredentialProfile? profile)
    {
        if (profile is { CanCreateAWSCredentials: true })
        {
            return true;
        }

        var name = ProfileLookup.NameOf(settings);
        var meant = ProfileSection.IdentitySettings(name, settings.ProfileLocation);
        return meant.Count == 0 ? false : throw new BedrockRequestException(
            BedrockErrorId.CredentialsNotFound,
            string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, name),
            string.Format(CultureInfo.CurrentCulture, SR.IncompleteProfile, string.Join(", ", meant)));
    }

    private static ChosenCredentials? OfEnvironment(RegionEndpoint region)
    {
        if (IsSet(BearerToken))
        {
            return new ChosenCredentials(null, BearerToken);
        }

        // As in the AWS CLI: half a key is a slip, and not somebody else's turn.
        if (IsSet(KeyVariables[0]) && !IsSet(KeyVariables[1]))
        {
            throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                SR.CredentialsSubject,
                string.Format(CultureInfo.CurrentCulture, SR.HalfKey, KeyVariables[0], KeyVariables[1]));
        }

        if (KeyVariables.All(IsSet))
        {
            return new ChosenCredentials(new EnvironmentVariablesAWSCredentials(), string.Join(", ", KeyVariables));
        }

        return WebIdentityVariables.All(IsSet)
            ? new ChosenCredentials(
                ProfileCredentials.Own(AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables(), region),
                string.Join(", ", WebIdentityVariables))
            : null;
    }

    private static ChosenCredentials OfProfile(
        CredentialProfile profile, ConnectionSettings settings, string filesStamp, RegionEndpoint tokenRegion)
    {
        var source = string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile.Name);
        try
        {
            var credentials = new ProfileCredentials(profile, filesStamp, tokenRegion);
            return new ChosenCredentials(credentials.Credentials, source, credentials);
        }
        catch (Exception exception) when (exception is not BedrockRequestException)
        {
            throw CredentialsFailure.Translate(exception, new ChosenCredentials(null, source));
        }
    }

    private static ChosenCredentials? OfContainer() => ContainerVariables.FirstOrDefault(IsSet) is { } variable
        ? new ChosenCredentials(
            Containers.GetValue(IdentityContext.Current?.Command ?? new object(), _ => new GenericContainerCredentials()), variable)
        : null;

    private static ChosenCredentials? OfInstance() => InstanceMetadata.Credentials() is { } credentials
        ? new ChosenCredentials(credentials, string.Format(CultureInfo.CurrentCulture, SR.InstanceSource, InstanceMetadata.Endpoint))
        : null;

    private static ImmutableCredentials KeyOf(AWSCredentials credentials)
    {
        if (credentials is not GenericContainerCredentials)
        {
            return credentials.GetCredentials();
        }

        // The SDK goes on for several seconds where the agent does not answer. Not on a thread of the pool: they may all be
        // waiting here.
        var key = Task.Factory.StartNew(
            credentials.GetCredentials, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([key], ContainerLimit) >= 0
            ? key.GetAwaiter().GetResult()
            : throw new BedrockRequestException(
                BedrockErrorId.CredentialsNotFound,
                ContainerVariables.First(IsSet),
                string.Format(CultureInfo.CurrentCulture, SR.ContainerSilent, ContainerLimit.TotalSeconds));
    }

    private static string WhereLooked(ConnectionSettings settings, CredentialProfile? profile)
    {
        var (credentialsFile, configFile) = SharedFiles.Paths(settings.ProfileLocation);
        var places = new List<string>
        {
            "-Credential",
            "-ProfileName",
            "$StoredAWSCredentials",
            BearerToken,
            string.Join(" + ", KeyVariables),
            string.Join(" + ", WebIdentityVariables),
            string.Format(
                CultureInfo.CurrentCulture,
                profile is null ? SR.LookedForProfile : SR.LookedIntoProfile,
                profile?.Name ?? ProfileLookup.NameOf(settings),
                credentialsFile,
                configFile),
            string.Join(" / ", ContainerVariables),
            InstanceMetadata.IsAllowed
                ? string.Format(CultureInfo.CurrentCulture, SR.LookedForInstance, InstanceMetadata.Endpoint)
                : SR.InstanceForbidden,
        };
        return string.Format(CultureInfo.CurrentCulture, SR.WhereLooked, string.Join("; ", places));
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
