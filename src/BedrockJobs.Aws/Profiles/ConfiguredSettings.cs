namespace BedrockJobs.Aws.Profiles;

/// <summary>An environment variable. An empty variable is treated as not set.</summary>
internal static class EnvironmentSetting
{
    public static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    public static bool IsSet(string variable) => Read(variable) is not null;
}

/// <summary>
/// The settings in the environment or the profile in use, as in AWS's <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">settings reference</see>. The
/// environment takes precedence. An invalid value is an error only when the setting is used.
/// </summary>
internal sealed class ConfiguredSettings(AwsProfile? profile, ProfileSet? profiles = null)
{
    private const int DefaultAttempts = 3;

    public AwsProfile? Profile { get; } = profile;

    /// <summary>The files that contain the profile; null if there are none.</summary>
    public ProfileSet? Profiles { get; } = profiles;

    /// <summary>
    /// The retry mode. The legacy mode of other AWS tools is treated as standard, which replaces it in this SDK.
    /// </summary>
    public RequestRetryMode RetryMode => Read(
        "AWS_RETRY_MODE", "retry_mode", RetryModeOf, () => SR.AllowedRetryMode) ?? RequestRetryMode.Standard;

    public int MaxAttempts => Read("AWS_MAX_ATTEMPTS", "max_attempts", CountOf, () => SR.AllowedCount) ?? DefaultAttempts;

    public bool UseFipsEndpoint => Flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");

    public bool UseDualstackEndpoint => Flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");

    public bool IgnoreConfiguredEndpointUrls => Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls");

    /// <summary>The application name for the user agent, with any characters; empty for none.</summary>
    public string ApplicationId => Find("AWS_SDK_UA_APP_ID", "sdk_ua_app_id")?.Value ?? string.Empty;

    public static bool IsInstanceMetadataAllowed =>
        !string.Equals(EnvironmentSetting.Read("AWS_EC2_METADATA_DISABLED")?.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether version 1 of the instance metadata service, which uses no token, is disabled.</summary>
    public bool IsInstanceMetadataV1Disabled => Flag("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled");

    public Uri InstanceMetadataEndpoint => Read(
        "AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint", AddressOf, () => SR.AllowedAddress)
        ?? new Uri(IsInstanceMetadataIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254");

    /// <summary>The time limit of a request to the instance metadata service, in seconds.</summary>
    public int InstanceMetadataTimeout => Read(
        "AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", CountOf, () => SR.AllowedCount) ?? 1;

    public int InstanceMetadataAttempts => Read(
        "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", CountOf, () => SR.AllowedCount) ?? 1;

    /// <summary>The instance metadata service as the source of a value, for messages.</summary>
    public string InstanceMetadataSource => SR.InstanceSource.With(InstanceMetadataEndpoint);

    /// <summary>How the instance metadata service was looked for, for messages.</summary>
    public string InstanceMetadataSearch =>
        IsInstanceMetadataAllowed ? SR.LookedForInstance.With(InstanceMetadataEndpoint) : SR.InstanceForbidden;

    private bool IsInstanceMetadataIPv6 => Read(
        "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode", IsIPv6, () => SR.AllowedEndpointMode) ?? false;

    private bool Flag(string variable, string setting) => Read(variable, setting, TruthOf, () => SR.AllowedTruth) ?? false;

    private T? Read<T>(string variable, string setting, Func<string, T?> parse, Func<string> allowed)
        where T : struct =>
        Find(variable, setting) is { } found ? parse(found.Value) ?? throw Fault(found, allowed) : null;

    private T? Read<T>(string variable, string setting, Func<string, T?> parse, Func<string> allowed)
        where T : class =>
        Find(variable, setting) is { } found ? parse(found.Value) ?? throw Fault(found, allowed) : null;

    private (string Value, string Source)? Find(string variable, string setting) =>
        EnvironmentSetting.Read(variable) is { } value ? (value, variable)
        : Profile?.All[setting] is { Value.Length: > 0 } found ? (found.Value, found.Source(setting))
        : null;

    private static BedrockRequestException Fault((string Value, string Source) found, Func<string> allowed) => new(
        BedrockErrorId.ValidationFailed,
        SR.SettingsSubject,
        SR.InvalidSetting.With(found.Source, found.Value, allowed()));

    private static RequestRetryMode? RetryModeOf(string value) => value.Trim().ToUpperInvariant() switch
    {
        "STANDARD" or "LEGACY" => RequestRetryMode.Standard,
        "ADAPTIVE" => RequestRetryMode.Adaptive,
        _ => null,
    };

    private static int? CountOf(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static bool? TruthOf(string value) => bool.TryParse(value, out var truth) ? truth : null;

    private static bool? IsIPv6(string value) => value.Trim().ToUpperInvariant() switch
    {
        "IPV6" => true,
        "IPV4" => false,
        _ => null,
    };

    private static Uri? AddressOf(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
