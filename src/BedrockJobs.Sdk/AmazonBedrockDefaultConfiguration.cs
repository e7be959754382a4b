using System.Collections.ObjectModel;

namespace Amazon.Bedrock;

/// <summary>The defaults modes that <c>AWS_DEFAULTS_MODE</c> or a profile can choose from.</summary>
/// <remarks>
/// Core takes the retry mode from the chosen mode. It does not apply the timeouts: set
/// <see cref="ClientConfig.ConnectTimeout"/> and <see cref="ClientConfig.Timeout"/>. Otherwise, a connection attempt lasts
/// as long as the operating system allows.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html"/>
public static class AmazonBedrockDefaultConfiguration
{
    /// <summary>Safe for most uses, and the default. Time to connect: 3.1 s.</summary>
    public static IDefaultConfiguration Standard { get; } = Mode(DefaultConfigurationMode.Standard, 3100);

    /// <summary>For calls from within the same AWS region. Time to connect: 1.1 s.</summary>
    public static IDefaultConfiguration InRegion { get; } = Mode(DefaultConfigurationMode.InRegion, 1100);

    /// <summary>For calls from another AWS region. Time to connect: 3.1 s.</summary>
    public static IDefaultConfiguration CrossRegion { get; } = Mode(DefaultConfigurationMode.CrossRegion, 3100);

    /// <summary>For phones and other slow links. Time to connect: 30 s.</summary>
    public static IDefaultConfiguration Mobile { get; } = Mode(DefaultConfigurationMode.Mobile, 30000);

    /// <summary>
    /// Detects where it runs, if necessary from the instance metadata service. Time to connect: 1.1 s.
    /// </summary>
    public static IDefaultConfiguration Auto { get; } = Mode(DefaultConfigurationMode.Auto, 1100);

    /// <summary>All modes, the default first.</summary>
    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() =>
        new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int connectMilliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        TimeToFirstByteTimeout = null,
        HttpRequestTimeout = null,
    };
}
