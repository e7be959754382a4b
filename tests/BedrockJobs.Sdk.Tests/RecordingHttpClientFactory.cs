namespace BedrockJobs.Sdk.Tests;

/// <summary>
/// Replaces the network in tests that need a real AWS address: records each request and returns <c>{}</c>.
/// </summary>
internal sealed class RecordingHttpClientFactory(Action<HttpRequestMessage> record) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(record));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(Action<HttpRequestMessage> record) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            record(request);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
        }
    }
}
