using System.Threading;
using System.Threading.Tasks;
using Amazon.Bedrock.Internal;
using Amazon.Bedrock.Model;
using Amazon.Bedrock.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock;

/// <summary>A client of Amazon Bedrock's control plane. It may be used from several threads at once.</summary>
/// <remarks>
/// <para>
/// Constructing one makes no call and looks for no credentials: those are found by the first request. It does look for
/// a region where neither a region nor an endpoint is set, and then may ask the instance metadata service.
/// </para>
/// <para>
/// Where <c>AWS_BEARER_TOKEN_BEDROCK</c> is set and the settings hold no token provider, the constructor prefers that
/// token to any credentials, even to those that it is given.
/// </para>
/// </remarks>
public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    private static readonly AmazonBedrockMetadata Metadata = new();

    /// <summary>Makes a client with default settings and whatever credentials are found.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient() : this(new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client for a region, with whatever credentials are found.</summary>
    public AmazonBedrockClient(RegionEndpoint region) : this(new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with these settings, and whatever credentials are found.</summary>
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

    /// <summary>Makes a client with a lasting key and default settings.</summary>
    /// <exception cref="AmazonClientException">No region is found.</exception>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig())
    {
    }

    /// <summary>Makes a client with a lasting key for a region.</summary>
    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with a lasting key and these settings.</summary>
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
        // Added last, so it runs first: a resolved endpoint may depend on the scheme that was chosen.
        pipeline.AddHandlerAfter<Marshaller>(new AmazonBedrockAuthSchemeHandler());
    }
}
