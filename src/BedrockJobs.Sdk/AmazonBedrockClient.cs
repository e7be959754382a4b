using Amazon.Runtime.Internal;

namespace Amazon.Bedrock;

/// <summary>
/// A client for the control plane of Amazon Bedrock. It has no operations: a derived class sends requests with <see
/// cref="AmazonServiceClient.InvokeAsync"/>.
/// </summary>
/// <remarks>
/// If <c>AWS_BEARER_TOKEN_BEDROCK</c> is set and the configuration contains no token provider, that token takes precedence
/// over all credentials, including those that are passed to the constructor.
/// </remarks>
public class AmazonBedrockClient : AmazonServiceClient
{
    private static readonly Metadata Service = new();

    /// <summary>Creates a client that finds its credentials itself.</summary>
    /// <exception cref="AmazonClientException">No Region is found.</exception>
    public AmazonBedrockClient(AmazonBedrockConfig config)
        : base(config)
    {
    }

    /// <summary>Creates a client that signs with these credentials.</summary>
    /// <exception cref="AmazonClientException">No Region is found.</exception>
    public AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Service;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBedrockEndpointResolver());

        // Added last, so it runs first, because an endpoint can depend on the selected scheme.
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBedrockAuthSchemeHandler());
    }

    private sealed class Metadata : IServiceMetadata
    {
        public string ServiceId => AmazonBedrockConfig.ServiceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
