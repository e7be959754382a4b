using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Bedrock.Model.Internal.MarshallTransformations;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// The client of the AWS SDK with this module's response readers. Those of the SDK read some bodies without limit, and
/// treat others as an empty page.
/// </summary>
internal sealed class CheckingClient : AmazonBedrockClient
{
    private static readonly InvokeOptions List = new()
    {
        RequestMarshaller = ListModelCustomizationJobsRequestMarshaller.Instance,
        ResponseUnmarshaller = ListReply.Unmarshaller,
    };

    private static readonly InvokeOptions Get = new()
    {
        RequestMarshaller = GetModelCustomizationJobRequestMarshaller.Instance,
        ResponseUnmarshaller = JobReply.Unmarshaller,
    };

    private static readonly InvokeOptions Stop = new()
    {
        RequestMarshaller = StopModelCustomizationJobRequestMarshaller.Instance,
        ResponseUnmarshaller = StopReply.Unmarshaller,
    };

    /// <summary>Creates a client that sends the bearer token in the environment.</summary>
    public CheckingClient(AmazonBedrockConfig config)
        : base(config)
    {
    }

    /// <summary>Creates a client that signs with these credentials.</summary>
    public CheckingClient(AWSCredentials credentials, AmazonBedrockConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    public override Task<ListModelCustomizationJobsResponse> ListModelCustomizationJobsAsync(
        ListModelCustomizationJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListModelCustomizationJobsResponse>(request, List, cancellationToken);

    /// <inheritdoc/>
    public override Task<GetModelCustomizationJobResponse> GetModelCustomizationJobAsync(
        GetModelCustomizationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetModelCustomizationJobResponse>(request, Get, cancellationToken);

    /// <inheritdoc/>
    public override Task<StopModelCustomizationJobResponse> StopModelCustomizationJobAsync(
        StopModelCustomizationJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopModelCustomizationJobResponse>(request, Stop, cancellationToken);
}
