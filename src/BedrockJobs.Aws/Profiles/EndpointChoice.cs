namespace BedrockJobs.Aws.Profiles;

/// <summary>
/// Determines the endpoint: the specified one, the one in the environment or the profile in use, or that of the Region.
/// </summary>
internal static class EndpointChoice
{
    private const string Variable = "AWS_ENDPOINT_URL";
    private const string Setting = "endpoint_url";

    /// <summary>The configured endpoint of Amazon Bedrock; null for that of the Region.</summary>
    /// <returns>The URL and its source.</returns>
    public static (string Address, string Source)? Find(ConnectionSettings settings, ConfiguredSettings configured) =>
        settings.EndpointUrl is { } given ? Checked(given, "-EndpointUrl") : OfService("bedrock", configured);

    /// <summary>The endpoint of an AWS service in the environment or the profile in use; null for none.</summary>
    /// <param name="service">The ID of the service in lowercase with underscores, as in a services section.</param>
    public static (string Address, string Source)? OfService(string service, ConfiguredSettings configured)
    {
        if (configured.IgnoreConfiguredEndpointUrls)
        {
            return null;
        }

        foreach (var variable in (string[])[$"{Variable}_{service.ToUpperInvariant()}", Variable])
        {
            if (EnvironmentSetting.Read(variable) is { } address)
            {
                return Checked(address, variable);
            }
        }

        var profile = configured.Profile;
        return ServicesOf(configured) is { } section && section.Value(service, Setting) is { } ofService
            ? Checked(ofService, profile!, section[service]!)
            : profile?.All[Setting] is { Value.Length: > 0 } ofProfile
            ? Checked(ofProfile.Value, profile, ofProfile)
            : null;
    }

    public static BedrockRequestException Fault(string detail) =>
        new(BedrockErrorId.ValidationFailed, SR.ConfiguredEndpoint, detail);

    // The URL is validated before the SDK gets it, because an SDK message would quote a password in it.
    private static (string Address, string Source) Checked(string address, string source) =>
        ConnectionRules.FaultOfEndpoint(address) is { } fault
            ? throw Fault(SR.SettingFault.With(source, fault))
            : (Plain(address), source);

    private static (string Address, string Source) Checked(string address, AwsProfile profile, FileSetting setting) =>
        ConnectionRules.FaultOfEndpoint(address) is { } fault
            ? throw Fault(setting.Fault(Setting, fault))
            : (Plain(address), SR.ProfileSubject.With(profile.Name));

    // The AWS SDK would sign another path if it ended with a slash.
    private static string Plain(string address) => new Uri(address).GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static FileSection? ServicesOf(ConfiguredSettings configured)
    {
        if (configured.Profile?.All["services"] is not { Value.Length: > 0 } named)
        {
            return null;
        }

        // Ignoring the missing section would send requests to the public endpoint, which the user wants to avoid.
        return configured.Profiles?.Services(named.Value)
            ?? throw Fault(SR.UnknownServices.With(named.Source("services"), named.Value));
    }
}
