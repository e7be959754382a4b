namespace BedrockJobs.Aws.Credentials;

/// <summary>The identity that signs requests, and its source.</summary>
/// <param name="Credentials">Null for a bearer token, which the SDK client reads from the environment.</param>
/// <param name="Profile">The profile that provides the credentials; null for none.</param>
internal sealed record ChosenCredentials(AWSCredentials? Credentials, string Source, ProfileCredentials? Profile = null)
{
    /// <summary>
    /// Whether a new key might be available when this one has expired. A profile can get one from a sign-in, a program,
    /// or an edited file, and roles get new keys. A key that was passed or set directly doesn't change.
    /// </summary>
    public bool CanRenewKey =>
        Profile is not null || Credentials is not (null or GivenCredentials or EnvironmentVariablesAWSCredentials);
}

/// <summary>
/// Chooses the identity, in the order of about_BedrockJobs and the AWS CLI: -Credential, -ProfileName,
/// $StoredAWSCredentials, the environment, the profile in AWS_PROFILE or else default, the container, the instance.
/// </summary>
internal sealed class CredentialsChoice(ConnectionSettings settings, RegionEndpoint tokenRegion, ConnectionContext context)
{
    private const string BearerToken = "AWS_BEARER_TOKEN_BEDROCK";

    private static readonly string[] KeyVariables = [EnvironmentKey.Id, EnvironmentKey.Secret];

    private const string SessionToken = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SESSION_TOKEN;

    private static readonly string[] WebIdentityVariables =
    [
        AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable,
        AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable,
    ];

    private readonly AwsProfile? _profile = context.Configured.Profile;

    /// <summary>
    /// Whether there are credentials that take precedence over the profile that the environment specifies.
    /// </summary>
    public static bool IsBeforeProfile(ConnectionSettings settings) =>
        settings.Credential is not null
        || settings.StoredCredential is not null
        || EnvironmentSetting.IsSet(BearerToken)
        || EnvironmentKey.IsSet;

    /// <summary>Chooses the credentials and gets a key, so that a failure is reported with its cause.</summary>
    public async Task<(ChosenCredentials Chosen, ImmutableCredentials? Key)> ChooseAsync()
    {
        var chosen = new ChosenCredentials(null, SR.CredentialsSubject);
        try
        {
            chosen = await FindAsync().ConfigureAwait(false);
            return (chosen, chosen.Credentials is { } credentials
                ? await KeyCheck.GetKeyAsync(credentials, chosen.Source, context.Secrets).ConfigureAwait(false)
                : null);
        }
        catch (Exception exception)
        {
            chosen.Profile?.Forget();
            if (exception is BedrockRequestException)
            {
                throw;
            }

            throw CredentialsFailure.Translate(exception, chosen.Source, context.Secrets);
        }
    }

    private async Task<ChosenCredentials> FindAsync()
    {
        if (settings.Credential is { } given)
        {
            return new ChosenCredentials(new GivenCredentials(given), "-Credential");
        }

        if (settings.ProfileName is not null)
        {
            return OfProfile(usesEnvironment: false) ?? await OfMachineAsync().ConfigureAwait(false) ?? throw NotFound();
        }

        if (settings.StoredCredential is { } stored)
        {
            return new ChosenCredentials(new GivenCredentials(stored), "$StoredAWSCredentials");
        }

        if (EnvironmentSetting.IsSet(BearerToken))
        {
            KeyCheck.RequireToken(SR.ApiKeyValue, EnvironmentSetting.Read(BearerToken), BearerToken);
            return new ChosenCredentials(null, BearerToken);
        }

        return EnvironmentKey.Find() is { } key
            ? new ChosenCredentials(key, string.Join(", ", KeyVariables.Append(SessionToken).Where(EnvironmentSetting.IsSet)))
            : OfProfile(usesEnvironment: true) ?? await OfMachineAsync().ConfigureAwait(false) ?? throw NotFound();
    }

    // A web identity in the environment has a lower precedence than a profile that assumes a role, and a higher one than
    // any other profile.
    private ChosenCredentials? OfProfile(bool usesEnvironment)
    {
        var isWebIdentity = usesEnvironment
            && EnvironmentSetting.IsSet(WebIdentityVariables[0])
            && !ProfileIdentity.AssumesRole(_profile);
        var source = isWebIdentity ? string.Join(", ", WebIdentityVariables) : SR.ProfileSubject.With(_profile?.Name);
        var profile = _profile ?? (isWebIdentity ? AwsProfile.Empty : null);
        try
        {
            return profile is null || ProfileCredentials.Find(profile, tokenRegion, usesEnvironment, source, context) is not { } found ? null

                // The file that can't be read might contain another key for the profile.
                : Unreadable is { } fault && !isWebIdentity ? throw fault
                : new ChosenCredentials(found.Credentials, source, found);
        }
        catch (Exception exception) when (exception is not BedrockRequestException)
        {
            throw CredentialsFailure.Translate(exception, source, context.Secrets);
        }
    }

    private async Task<ChosenCredentials?> OfMachineAsync() =>
        ContainerCredentials.Find(context.Scope) is { } container ? new ChosenCredentials(container, container.Variable)
        : await new InstanceMetadata(context).CredentialsAsync().ConfigureAwait(false) is { } instance
            ? new ChosenCredentials(instance, context.Configured.InstanceMetadataSource)
        : null;

    private BedrockRequestException? Unreadable =>
        context.Configured.Profiles?.Fault is { } fault ? ProfileChoice.Translate(fault) : null;

    private BedrockRequestException NotFound() => Unreadable ?? new(
        BedrockErrorId.CredentialsNotFound,
        settings.ProfileName is null ? SR.CredentialsSubject : SR.ProfileSubject.With(settings.ProfileName),
        WhereLooked());

    private string WhereLooked()
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
            (_profile is null ? SR.LookedForProfile : SR.LookedIntoProfile).With(
                _profile?.Name ?? ProfileChoice.NameOf(settings), locations.Credentials, locations.Config),
            string.Join(" / ", ContainerCredentials.Variables),
            context.Configured.InstanceMetadataSearch,
        ];
        return SR.WhereLooked.With(
            string.Join("; ", settings.ProfileName is null ? [.. beforeProfile, .. profileAndAfter] : profileAndAfter));
    }
}
