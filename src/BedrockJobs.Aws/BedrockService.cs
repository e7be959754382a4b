using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Endpoints;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>A connection to Amazon Bedrock through the AWS SDK's client.</summary>
internal sealed class BedrockService : IBedrockService
{
    private readonly AmazonBedrockClient _client;

    public BedrockService(AmazonBedrockClient client, string region)
    {
        _client = client;
        Region = region;
    }

    public string Region { get; }

    public string Endpoint => _client.Config
        .DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListModelCustomizationJobsRequest()))
        .URL;

    public async Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.ListModelCustomizationJobsAsync(ListingMapper.ToSdk(request), cancellationToken)
                .ConfigureAwait(false);
            return ListingMapper.FromSdk(response);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw ErrorTranslator.Translate(exception, OperationSubject.Of(ListJobsRequest.OperationName, Region));
        }
    }

    public void Dispose() => _client.Dispose();
}
