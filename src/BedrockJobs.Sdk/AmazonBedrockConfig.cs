using System;
using Amazon.Bedrock.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.Bedrock;

/// <summary>The settings of a client of Amazon Bedrock's control plane.</summary>
/// <remarks>
/// A client never asks the instance metadata service for a region where <see cref="ClientConfig.RegionEndpoint"/> or
/// <see cref="ClientConfig.ServiceURL"/> was set before it is constructed. With an endpoint of your own, set
/// <see cref="ClientConfig.AuthenticationRegion"/> too: the region to sign for cannot be told from the address.
/// </remarks>
public class AmazonBedrockConfig : ClientConfig
{
    // The line of AWSSDK.Bedrock that this assembly stands in for: AWS support reads it from the user agent.
    private const string SdkVersion = "4.1.0";

    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(ServiceId, SdkVersion);

    private static readonly AmazonBedrockEndpointResolver EndpointResolver = new();

    /// <summary>Makes settings with the SDK's defaults.</summary>
    public AmazonBedrockConfig()
        : base(new DefaultConfigurationProvider(AmazonBedrockDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new AmazonBedrockEndpointProvider();
    }

    /// <summary>The name by which the SDKs know the service: environment variables are named after it.</summary>
    public static new string ServiceId => "Bedrock";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "bedrock";

    /// <inheritdoc/>
    public override string ServiceVersion => "2023-04-20";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentString;

    /// <summary>The endpoint that a request would be sent to.</summary>
    /// <exception cref="AmazonClientException">No endpoint can be told from these settings.</exception>
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
        return EndpointResolver.GetEndpoint(new ExecutionContext(requestContext, null));
    }
}
