namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Chooses the identity, in the order of about_BedrockJobs and the AWS CLI: -Credential, -ProfileName,
/// $StoredAWSCredentials, the environment, the profile in AWS_PROFILE or else default, the container, the instance.
/// </summary>
internal static class CredentialsChoice
{
    private const string BearerToken = "AWS_BEARER_TOKEN_BEDROCK";

    private static readonly string[] KeyVariables = [EnvironmentKey.Id, EnvironmentKey.Secret];

    private const string SessionToken = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SESSION_TOKEN;

    private static readonly string[] WebIdentityVariables =
    [
        AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable,
        AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable,
    ];

    /// <summary>
    /// Whether there are credentials that take precedence over the profile that the environment specifies.
    /// </summary>
    public static bool IsBeforeProfile(ConnectionSettings settings) =>
        settings.Credential is not null
        || settings.StoredCredential is not null
        || EnvironmentSetting.IsSet(BearerToken)
        || EnvironmentKey.IsSet;

    /// <summary>Chooses the credentials and gets a key, so that a failure is reported with its cause.</summary>
    /// <param name="settings">The settings of the user and the session.</param>
    /// <param name="profile">The profile in use; null for none.</param>
    /// <param name="profiles">The files that contain the profile; null if they can't be read and aren't needed.</param>
    /// <param name="tokenRegion">The Region of the Security Token Service for role credentials.</param>
    /// <exception cref="BedrockRequestException">There are no credentials, or they can't be retrieved.</exception>
    public static (ChosenCredentials Chosen, ImmutableCredentials? Key) Choose(
        ConnectionSettings settings, AwsProfile? profile, ProfileSet? profiles, RegionEndpoint tokenRegion)
    {
        var chosen = new ChosenCredentials(null, SR.CredentialsSubject);
        try
        {
            chosen = Find(settings, profile, profiles, tokenRegion);
            return (chosen, chosen.Credentials is { } credentials ? new CheckedCredentials(credentials, chosen.Source).GetCredentials() : null);
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
        ConnectionSettings settings, AwsProfile? profile, ProfileSet? profiles, RegionEndpoint tokenRegion)
    {
        if (settings.Credential is { } given)
        {
            return new ChosenCredentials(new GivenCredentials(given), "-Credential");
        }

        if (settings.ProfileName is not null)
        {
            return OfProfile(usesEnvironment: false) ?? OfMachine() ?? throw NotFound(settings, profile);
        }

        if (settings.StoredCredential is { } stored)
        {
            return new ChosenCredentials(new GivenCredentials(stored), "$StoredAWSCredentials");
        }

        if (EnvironmentSetting.IsSet(BearerToken))
        {
            KeyCheck.RequireApiKey(EnvironmentSetting.Read(BearerToken), BearerToken);
            return new ChosenCredentials(null, BearerToken);
        }

        return EnvironmentKey.Find() is { } key
            ? new ChosenCredentials(key, string.Join(", ", KeyVariables.Append(SessionToken).Where(EnvironmentSetting.IsSet)))
            : OfProfile(usesEnvironment: true) ?? OfMachine() ?? throw NotFound(settings, profile);

        // A web identity in the environment has a lower precedence than a profile that assumes a role, and a higher one
        // than any other profile.
        ChosenCredentials? OfProfile(bool usesEnvironment)
        {
            var isWebIdentity = usesEnvironment
                && EnvironmentSetting.IsSet(WebIdentityVariables[0])
                && !ProfileIdentity.AssumesRole(profile);
            var source = isWebIdentity
                ? string.Join(", ", WebIdentityVariables)
                : string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile?.Name);
            var asked = profile ?? (isWebIdentity ? AwsProfile.Empty : null);
            try
            {
                return asked is not null && ProfileCredentials.Find(asked, profiles, tokenRegion, usesEnvironment, source) is { } found
                    ? new ChosenCredentials(found.Credentials, source, found)
                    : null;
            }
            catch (Exception exception) when (exception is not BedrockRequestException)
            {
                throw CredentialsFailure.Translate(exception, new ChosenCredentials(null, source));
            }
        }
    }

    private static ChosenCredentials? OfMachine()
    {
        if (ContainerCredentials.Find() is { } container)
        {
            return new ChosenCredentials(container, container.Variable);
        }

        return InstanceMetadata.Credentials() is { } instance
            ? new ChosenCredentials(instance, InstanceMetadata.Subject)
            : null;
    }

    private static BedrockRequestException NotFound(ConnectionSettings settings, AwsProfile? profile) => new(
        BedrockErrorId.CredentialsNotFound,
        settings.ProfileName is null
            ? SR.CredentialsSubject
            : string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, settings.ProfileName),
        WhereLooked(settings, profile));

    private static string WhereLooked(ConnectionSettings settings, AwsProfile? profile)
    {
        var locations = SharedFileLocations.Of(settings.ProfileLocation);
        string[] beforeProfile =
        [
            "-Credential",
            "-ProfileName",
            "$StoredAWSCredentials",
            BearerToken,
            string.Join(" + ", KeyVariables),
            string.Join(" + ", WebIdentityVariables),
        ];
        string[] profileAndAfter =
        [
            string.Format(
                CultureInfo.CurrentCulture,
                profile is null ? SR.LookedForProfile : SR.LookedIntoProfile,
                profile?.Name ?? ProfileChoice.NameOf(settings),
                locations.Credentials,
                locations.Config),
            string.Join(" / ", ContainerCredentials.Variables),
            InstanceMetadata.IsAllowed
                ? string.Format(CultureInfo.CurrentCulture, SR.LookedForInstance, InstanceMetadata.Endpoint)
                : SR.InstanceForbidden,
        ];
        return string.Format(
            CultureInfo.CurrentCulture,
            SR.WhereLooked,
            string.Join("; ", settings.ProfileName is null ? [.. beforeProfile, .. profileAndAfter] : profileAndAfter));
    }
}
