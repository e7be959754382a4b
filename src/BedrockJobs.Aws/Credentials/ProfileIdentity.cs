using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Creates credentials from a profile. If a profile specifies several kinds, the first one in the order of the AWS CLI
/// is used: role, web identity, IAM Identity Center, key in the credentials file, aws login, program, key in the config
/// file.
/// </summary>
internal sealed class ProfileIdentity
{
    private const string RoleArn = "role_arn";
    private const string SourceProfile = "source_profile";
    private const string CredentialSource = "credential_source";
    private const string SessionName = "role_session_name";
    private const string TokenFile = "web_identity_token_file";

    // The settings that specify an identity. A profile with some of these settings is meant to have one.
    private static readonly Regex OfIdentity = new(
        @"\A(aws_access_key_id|aws_secret_access_key|role_arn|source_profile|credential_\w+|web_identity_token_file|sso_\w+|login_session)\z",
        RegexOptions.CultureInvariant);

    // The API's pattern of a session name.
    private static readonly Regex ValidSessionName = new(@"\A[A-Za-z0-9_+=,.@-]{2,64}\z", RegexOptions.CultureInvariant);

    private readonly ProfileSet? _profiles;
    private readonly RegionEndpoint _region;
    private readonly string _subject;
    private readonly ConnectionContext _context;
    private readonly List<string> _visited = [];
    private readonly List<string> _settings = [];

    public ProfileIdentity(
        AwsProfile profile, ProfileSet? profiles, RegionEndpoint region, string subject, ConnectionContext context)
    {
        _context = context;
        _profiles = profiles;
        _region = region;
        _subject = subject;
        Profile = profile;
        Visit(profile);
    }

    public AwsProfile Profile { get; }

    /// <summary>All settings that the credentials depend on. They identify the credentials.</summary>
    public IReadOnlyList<string> Settings => _settings;

    /// <summary>
    /// Whether a profile assumes a role with the key of another identity. As in the AWS CLI, an empty setting counts: the
    /// profile isn't meant to use its own key instead.
    /// </summary>
    public static bool AssumesRole(AwsProfile? profile) =>
        profile?.All[RoleArn] is not null && profile.All[TokenFile] is null;

    /// <summary>Returns the credentials; null if the profile specifies no identity.</summary>
    /// <param name="usesEnvironment">
    /// Whether a web identity in the environment takes precedence over that of the profile.
    /// </param>
    public AWSCredentials? Resolve(bool usesEnvironment) => AssumesRole(Profile)
        ? Role(Profile)
        : WithoutRole(Profile, usesEnvironment);

    private AWSCredentials? WithoutRole(AwsProfile profile, bool usesEnvironment)
    {
        var credentials = WebIdentity(profile, usesEnvironment)
            ?? Sso(profile)
            ?? (profile.IsKeyInCredentials ? Key(profile) : null)
            ?? Login(profile)
            ?? Program(profile)
            ?? Key(profile);
        if (credentials is null && IdentitySettings(profile) is { Count: > 0 } meant)
        {
            throw Fault(SR.IncompleteProfile.With(string.Join(", ", meant)));
        }

        return credentials;
    }

    private RoleCredentials Role(AwsProfile profile) => new()
    {
        Source = Source(profile),
        ProfileName = Profile.Name,
        Region = _region,
        Request = new()
        {
            RoleArn = Required(profile, RoleArn),
            RoleSessionName = profile.Value(SessionName) ?? NewSessionName(),
            ExternalId = profile.Value("external_id"),
            SerialNumber = profile.Value("mfa_serial"),
            DurationSeconds = Duration(profile),
        },
    };

    private AWSCredentials Source(AwsProfile profile)
    {
        var role = profile.All[RoleArn]!;
        switch (profile.All[SourceProfile], profile.All[CredentialSource])
        {
            case ({ Value.Length: > 0 }, { Value.Length: > 0 } source):
                throw Fault(source, CredentialSource, SR.TwoSources);
            case ({ Value.Length: > 0 } name, _):
                return OfProfile(profile, name);
            case (_, { Value.Length: > 0 } source):
                return OfCredentialSource(source);
            default:
                throw Fault(role, RoleArn, SR.NoSource);
        }
    }

    private AWSCredentials OfProfile(AwsProfile parent, FileSetting name)
    {
        var source = _profiles?.Find(name.Value)
            ?? throw Fault(name, SourceProfile, SR.NoSourceProfile.With(name.Value));
        var hasKey = source.KeySection is not null;

        // A profile can contain the key that assumes its own role.
        if (_visited.Contains(source.Name) && !(source.Name == parent.Name && hasKey))
        {
            throw Fault(name, SourceProfile, SR.CircularSource.With(string.Join(" > ", _visited.Append(source.Name))));
        }

        Visit(source);
        return (AssumesRole(source) && !hasKey ? Role(source) : WithoutRole(source, usesEnvironment: false))
            ?? throw Fault(name, SourceProfile, SR.EmptySourceProfile.With(source.Name));
    }

    private AWSCredentials OfCredentialSource(FileSetting source)
    {
        switch (source.Value.ToUpperInvariant())
        {
            case "ENVIRONMENT":
                return EnvironmentKey.Find() ?? throw Fault(SR.SourceEnvironmentEmpty);
            case "ECSCONTAINER":
                return ContainerCredentials.Find(_context.Scope) ?? throw Fault(SR.SourceContainerEmpty);
            case "EC2INSTANCEMETADATA":
                return new InstanceCredentials(_subject, SR.SourceInstanceSilent.With(_context.Configured.InstanceMetadataEndpoint));
            default:
                throw Fault(source, CredentialSource, SR.UnknownCredentialSource.With(source.Value));
        }
    }

    private WebIdentityCredentials? WebIdentity(AwsProfile profile, bool usesEnvironment)
    {
        if (Of("AWS_WEB_IDENTITY_TOKEN_FILE", TokenFile) is not var (path, source))
        {
            return null;
        }

        // A relative path would depend on the current folder.
        if (!Path.IsPathFullyQualified(path))
        {
            throw SourceFault(_subject, source, SR.PathNotAbsolute);
        }

        var role = Of("AWS_ROLE_ARN", RoleArn) ?? throw Fault(SR.WebIdentityWithoutRole);
        var sessionName = Of("AWS_ROLE_SESSION_NAME", SessionName);
        if (sessionName is var (name, nameSource) && !ValidSessionName.IsMatch(name))
        {
            throw SourceFault(_subject, nameSource, SR.InvalidSessionName);
        }

        // The credentials outlive this object and its command.
        var subject = _subject;
        return new WebIdentityCredentials
        {
            TokenFile = path,
            Fault = fault => SourceFault(subject, source, fault),
            Region = _region,
            Request = new() { RoleArn = role.Value, RoleSessionName = sessionName?.Value ?? NewSessionName() },
        };

        (string Value, string Source)? Of(string variable, string setting)
        {
            (string Value, string Source)? found = usesEnvironment && EnvironmentSetting.Read(variable) is { } value
                ? (value, variable)
                : profile.All[setting] is { Value.Length: > 0 } own ? (own.Value, own.Source(setting)) : null;
            _settings.Add(found?.Value ?? string.Empty);
            return found;
        }
    }

    private SsoCredentials? Sso(AwsProfile profile)
    {
        if (profile.All["sso_account_id"] is null && profile.All["sso_role_name"] is null)
        {
            return null;
        }

        var session = profile.All["sso_session"] is { Value.Length: > 0 } named
            ? _profiles?.SsoSession(named.Value)
                ?? throw Fault(named, "sso_session", SR.UnknownSsoSession.With(named.Value))
            : null;
        if (session is not null)
        {
            Note(session);
        }

        var values = new Dictionary<string, string>();
        var missing = new List<string>();
        foreach (var name in (string[])["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"])
        {
            var ofSession = session?.Value(name);
            if (ofSession is not null && profile.All[name] is { Value.Length: > 0 } own && own.Value != ofSession)
            {
                throw Fault(own, name, SR.SsoContradiction);
            }

            if ((ofSession ?? profile.Value(name)) is { } value)
            {
                values[name] = value;
            }
            else
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            var present = profile.All["sso_account_id"] ?? profile.All["sso_role_name"]!;
            throw Fault(SR.IncompleteLogin.With(present.Section, present.File, string.Join(", ", missing)));
        }

        // The value becomes part of a host name.
        if (ConnectionRules.FaultOfRegion(values["sso_region"], () => KnownRegions.All) is { } fault)
        {
            throw Fault((session?["sso_region"] is { Value.Length: > 0 } ofSession ? ofSession : profile.All["sso_region"])!, "sso_region", fault);
        }

        var credentials = new SsoCredentials(profile.Value("sso_session") ?? values["sso_start_url"])
        {
            Subject = _subject,
            Profile = profile,
            Region = RegionEndpoint.GetBySystemName(values["sso_region"].ToLowerInvariant()),
            AccountId = values["sso_account_id"],
            RoleName = values["sso_role_name"],
        };
        _settings.Add(credentials.TokenPath);
        return credentials;
    }

    private LoginCredentials? Login(AwsProfile profile)
    {
        if (profile.All["login_session"] is null)
        {
            return null;
        }

        var login = new LoginCredentials(Required(profile, "login_session")) { Subject = _subject, Profile = profile, Region = _region };
        _settings.Add(login.TokenPath);
        return login;
    }

    private ProcessCredentials? Program(AwsProfile profile) => profile.All["credential_process"] is not null
        ? new ProcessCredentials(Required(profile, "credential_process"), _subject)
        : null;

    private AWSCredentials? Key(AwsProfile profile)
    {
        if (profile.KeySection is not { } section)
        {
            return null;
        }

        // Combining two halves from different files would result in a key that the user didn't intend.
        foreach (var (part, other) in ((string, string)[])
            [("aws_access_key_id", "aws_secret_access_key"), ("aws_secret_access_key", "aws_access_key_id")])
        {
            if (section.Value(part) is null)
            {
                var present = section[other] ?? section[part]!;
                throw Fault(present, other, SR.HalfKeyOfProfile.With(part));
            }
        }

        var (id, secret) = (section.Value("aws_access_key_id")!, section.Value("aws_secret_access_key")!);
        return (section.Value("aws_session_token") ?? section.Value("aws_security_token")) is { } token
            ? new SessionAWSCredentials(id, secret, token)
            : new BasicAWSCredentials(id, secret);
    }

    private int? Duration(AwsProfile profile)
    {
        if (profile.All["duration_seconds"] is not { Value.Length: > 0 } setting)
        {
            return null;
        }

        return int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : throw Fault(SR.InvalidSetting.With(setting.Source("duration_seconds"), setting.Value, SR.AllowedCount));
    }

    private static string NewSessionName() => "BedrockJobs-" + DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private void Visit(AwsProfile profile)
    {
        _visited.Add(profile.Name);
        _settings.Add(profile.Name);
        Note(profile.All);
    }

    private void Note(FileSection section)
    {
        foreach (var (name, setting) in section.Settings)
        {
            _settings.Add(name);
            _settings.Add(setting.Value);
        }
    }

    private string Required(AwsProfile profile, string name) =>
        profile.Value(name) ?? throw Fault(profile.All[name]!, name, SR.EmptySetting);

    private static List<string> IdentitySettings(AwsProfile profile) =>
        [.. profile.All.Settings.Where(setting => OfIdentity.IsMatch(setting.Key)).Select(setting => setting.Key).Order()];

    private BedrockRequestException Fault(FileSetting setting, string name, string cause) =>
        Fault(setting.Fault(name, cause));

    private static BedrockRequestException SourceFault(string subject, string source, string cause) =>
        new(BedrockErrorId.CredentialsNotFound, subject, SR.SettingFault.With(source, cause));

    private BedrockRequestException Fault(string detail) => new(BedrockErrorId.CredentialsNotFound, _subject, detail);
}
