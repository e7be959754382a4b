using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Bedrock;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>A connection to Amazon Bedrock through the AWS SDK's client.</summary>
internal sealed class BedrockService : IBedrockService
{
    private readonly AmazonBedrockClient _client;
    private readonly TimeSpan _timeLimit;

    /// <param name="client">Sends the requests; disposed with this.</param>
    /// <param name="region">The Region that <paramref name="client"/> signs for.</param>
    /// <param name="name">How messages name the target.</param>
    /// <param name="endpoint">Where <paramref name="client"/> sends to.</param>
    /// <param name="timeLimit">How long a request may take with all its retries.</param>
    public BedrockService(AmazonBedrockClient client, string region, string name, string endpoint, TimeSpan timeLimit)
    {
        _client = client;
        _timeLimit = timeLimit;
        Region = region;
        Name = name;
        Endpoint = endpoint;
    }

    public string Region { get; }

    public string Name { get; }

    public string Endpoint { get; }

    public async Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(_timeLimit);
        try
        {
            var response = await _client.ListModelCustomizationJobsAsync(ListingMapper.ToSdk(request), limited.Token)
                .ConfigureAwait(false);
            return ListingMapper.FromSdk(response);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && ErrorTranslator.Translate(exception, OperationSubject.Of(ListJobsRequest.OperationName, Name)) is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose() => _client.Dispose();
}
