using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.Bedrock;

/// <summary>The configuration of a client of Amazon Bedrock's control plane.</summary>
/// <remarks>
/// If <see cref="ClientConfig.RegionEndpoint"/> or <see cref="ClientConfig.ServiceURL"/> is set before a client is
/// constructed, it never requests a region from the instance metadata service. For a custom endpoint, also set
/// <see cref="ClientConfig.AuthenticationRegion"/>, because the address doesn't contain the region of the signature.
/// </remarks>
public class AmazonBedrockConfig : ClientConfig
{
    // The version of AWSSDK.Bedrock that this assembly replaces. AWS Support reads it from the user agent.
    private const string SdkVersion = "4.0.103.0";

    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, SdkVersion);

    private static readonly AmazonBedrockEndpointResolver EndpointResolver = new();

    // The other defaults modes differ only in time limits, which Core doesn't apply.
    private static readonly DefaultConfiguration Standard = new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
    };

    /// <summary>Creates a configuration with the SDK's defaults.</summary>
    public AmazonBedrockConfig()
        : base(new DefaultConfigurationProvider([Standard]))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new AmazonBedrockEndpointProvider();
    }

    /// <summary>The name of the service in the SDKs, which is part of environment variables.</summary>
    public static new string ServiceId => "Bedrock";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "bedrock";

    /// <inheritdoc/>
    public override string ServiceVersion => "2023-04-20";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentString;

    /// <summary>The endpoint that a request would be sent to.</summary>
    /// <exception cref="AmazonClientException">These settings specify no endpoint.</exception>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var requestContext = new RequestContext(false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId)
            {
                AlternateEndpoint = parameters.AlternateEndpoint,
            },
        };
        return EndpointResolver.GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(requestContext, null));
    }
}
