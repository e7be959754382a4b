using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Endpoints;

namespace BedrockJobs.Aws;

/// <summary>
/// Determines the endpoint: the specified one, the one in the environment or the profile in use, or that of the Region.
/// </summary>
internal static class EndpointChoice
{
    private const string Variable = "AWS_ENDPOINT_URL";
    private const string Setting = "endpoint_url";

    /// <summary>The configured endpoint of Amazon Bedrock; null for that of the Region.</summary>
    /// <returns>The URL and its source.</returns>
    /// <exception cref="BedrockRequestException">
    /// The value isn't a URL, or the profile specifies a services section that doesn't exist.
    /// </exception>
    public static (string Address, string Source)? Find(
        ConnectionSettings settings, ConfiguredSettings configured, AwsProfile? profile, ProfileSet? profiles) =>
        settings.EndpointUrl is { } given
            ? Checked(given, "-EndpointUrl")
            : OfService("bedrock", configured, profile, profiles);

    /// <summary>The endpoint of an AWS service in the environment or the profile in use; null for none.</summary>
    /// <param name="service">The ID of the service in lowercase with underscores, as in a services section.</param>
    /// <param name="configured">The settings of the environment and of the profile.</param>
    /// <param name="profile">The profile in use; null for none.</param>
    /// <param name="profiles">The files that contain the profile.</param>
    public static (string Address, string Source)? OfService(
        string service, ConfiguredSettings configured, AwsProfile? profile, ProfileSet? profiles)
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

        return ServicesOf(profile, profiles) is { } section && section.Value(service, Setting) is { } ofService
            ? Checked(ofService, profile!, section[service]!)
            : profile?.All[Setting] is { Value.Length: > 0 } ofProfile
            ? Checked(ofProfile.Value, profile, ofProfile)
            : null;
    }

    /// <summary>Validates the URL that the SDK sends requests to.</summary>
    /// <exception cref="BedrockRequestException">
    /// The configured value isn't an endpoint, or settings contradict each other, such as a FIPS endpoint and a custom
    /// endpoint.
    /// </exception>
    public static string Check(AmazonBedrockConfig config)
    {
        string endpoint;
        try
        {
            var parameters = new ServiceOperationEndpointParameters(new ListModelCustomizationJobsRequest());
            endpoint = config.DetermineServiceOperationEndpoint(parameters).URL;
        }
        catch (Exception exception) when (exception is AmazonClientException or UriFormatException or ArgumentException)
        {
            throw Fault(exception.Message);
        }

        return ConnectionRules.FaultOfEndpoint(endpoint) is { } fault ? throw Fault(fault) : endpoint;
    }

    // The URL is validated before the SDK gets it, because an SDK message would quote a password in it.
    private static (string Address, string Source) Checked(string address, string source) =>
        ConnectionRules.FaultOfEndpoint(address) is { } fault
            ? throw Fault(string.Format(CultureInfo.CurrentCulture, SR.SettingFault, source, fault))
            : (Plain(address), source);

    private static (string Address, string Source) Checked(string address, AwsProfile profile, FileSetting setting) =>
        ConnectionRules.FaultOfEndpoint(address) is { } fault
            ? throw Fault(ConfiguredSettings.FaultOf(Setting, setting, fault))
            : (Plain(address), string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile.Name));

    // .NET ignores white space around a URL, and the AWS SDK would sign another path if it ended with a slash.
    private static string Plain(string address) => address.Trim().TrimEnd('/');

    private static FileSection? ServicesOf(AwsProfile? profile, ProfileSet? profiles)
    {
        if (profile?.All["services"] is not { Value.Length: > 0 } named)
        {
            return null;
        }

        // Ignoring the missing section would send requests to the public endpoint, which the user wants to avoid.
        return profiles?.Services(named.Value) ?? throw new BedrockRequestException(
            BedrockErrorId.ValidationFailed,
            SR.ConfiguredEndpoint,
            string.Format(CultureInfo.CurrentCulture, SR.UnknownServices, ConfiguredSettings.SourceOf("services", named), named.Value));
    }

    private static BedrockRequestException Fault(string detail) =>
        new(BedrockErrorId.ValidationFailed, SR.ConfiguredEndpoint, detail);
}
