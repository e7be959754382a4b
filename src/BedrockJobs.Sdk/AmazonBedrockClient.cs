using Amazon.Runtime.Internal;

namespace Amazon.Bedrock;

/// <summary>A client for the control plane of Amazon Bedrock. Several threads can use it at the same time.</summary>
/// <remarks>
/// <para>
/// The constructor sends no request and looks for no credentials. The first request does. If neither a region nor an
/// endpoint is set, the constructor looks for a region, and can send a request to the instance metadata service.
/// </para>
/// <para>
/// If <c>AWS_BEARER_TOKEN_BEDROCK</c> is set and the settings contain no token provider, that token takes precedence
/// over all credentials, including those that are passed to the constructor.
/// </para>
/// </remarks>
public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    private static readonly AmazonBedrockMetadata Metadata = new();

    /// <summary>Makes a client with default settings and the default credentials.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient() : this(new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client for a region, with the default credentials.</summary>
    public AmazonBedrockClient(RegionEndpoint region) : this(new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with these settings and the default credentials.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(AmazonBedrockConfig config) : base(config)
    {
    }

    /// <summary>Makes a client with these credentials and default settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(AWSCredentials credentials) : this(credentials, new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client with these credentials for a region.</summary>
    public AmazonBedrockClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with these credentials and settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client with a long-term key and default settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client with a long-term key for a region.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with a long-term key and these settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Makes a client with a temporary key and default settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client with a temporary key for a region.</summary>
    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with a temporary key and these settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<ListModelCustomizationJobsResponse> ListModelCustomizationJobsAsync(
        ListModelCustomizationJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListModelCustomizationJobsResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = ListModelCustomizationJobsRequestMarshaller.Instance,
                ResponseUnmarshaller = ListModelCustomizationJobsResponseUnmarshaller.Instance,
            },
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetModelCustomizationJobResponse> GetModelCustomizationJobAsync(
        GetModelCustomizationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetModelCustomizationJobResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = GetModelCustomizationJobRequestMarshaller.Instance,
                ResponseUnmarshaller = GetModelCustomizationJobResponseUnmarshaller.Instance,
            },
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopModelCustomizationJobResponse> StopModelCustomizationJobAsync(
        StopModelCustomizationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopModelCustomizationJobResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = StopModelCustomizationJobRequestMarshaller.Instance,
                ResponseUnmarshaller = StopModelCustomizationJobResponseUnmarshaller.Instance,
            },
            cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBedrockEndpointResolver());
        // Added last, so it runs first, because an endpoint can depend on the selected scheme.
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBedrockAuthSchemeHandler());
    }
}
