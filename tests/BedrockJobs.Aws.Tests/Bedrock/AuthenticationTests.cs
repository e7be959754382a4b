using Amazon.Bedrock;
using AwsEnvironment;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>How a client is created, and what its requests are authenticated with.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public async Task A_request_to_an_endpoint_is_signed_for_the_authentication_Region()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));

        await SendAsync(new BasicAWSCredentials("key", "secret"), At(server.Url, "ap-southeast-2"));

        Assert.Equal("ap-southeast-2", server.OnlyRequest.SignedRegion);
    }

    [Fact]
    public async Task A_session_token_is_sent_with_the_request()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));

        await SendAsync(new SessionAWSCredentials("key", "secret", "session"), At(server.Url));

        Assert.Equal("session", server.OnlyRequest.Headers["x-amz-security-token"]);
    }

    [Fact]
    public async Task Credentials_take_precedence_over_a_bearer_token_in_the_environment()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        await using var server = new LoopbackServer(Reply.Json("{}"));

        await SendAsync(new BasicAWSCredentials("key", "secret"), At(server.Url));

        Assert.StartsWith("AWS4-HMAC-SHA256 ", server.OnlyRequest.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_token_is_not_sent_over_plain_HTTP()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        await using var server = new LoopbackServer(Reply.Json("{}"));

        Assert.IsAssignableFrom<AmazonClientException>(await SendAsync(credentials: null, At(server.Url)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_bearer_token_is_sent_over_TLS()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        var sent = new List<string>();

        await SendAsync(
            credentials: null,
            new AmazonBedrockConfig
            {
                RegionEndpoint = RegionEndpoint.EUWest1,
                MaxErrorRetry = 0,
                HttpClientFactory = new RecordingFactory(request => sent.Add($"{request.RequestUri} {request.Headers.Authorization}")),
            });

        Assert.Equal(["https://bedrock.eu-west-1.amazonaws.com/model-customization-jobs?maxResults=1000&sortBy=CreationTime&sortOrder=Descending Bearer token"], sent);
    }

    [Fact]
    public void A_client_for_a_Region_or_an_endpoint_is_created_without_any_request()
    {
        using var allowed = new EnvironmentVariable("AWS_EC2_METADATA_DISABLED", null);
        using var metadata = new EnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://192.0.2.1");
        var watch = Stopwatch.StartNew();

        JobClient.Create(new UntouchableCredentials(), new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.EUWest1 }).Dispose();
        JobClient.Create(credentials: null, At("http://localhost:1")).Dispose();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
    }

    private static AmazonBedrockConfig At(string url, string region = "us-east-1") =>
        new() { ServiceURL = url, AuthenticationRegion = region, MaxErrorRetry = 0 };

    /// <returns>The exception; the empty response is one.</returns>
    private static async Task<Exception> SendAsync(AWSCredentials? credentials, AmazonBedrockConfig config)
    {
        using var client = JobClient.Create(credentials, config);
        return await Assert.ThrowsAnyAsync<Exception>(() => client.ListAsync(new JobQuery(), TestContext.Current.CancellationToken));
    }

    private sealed class UntouchableCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new InvalidOperationException("No credentials are needed yet.");
    }

    /// <summary>Replaces the network: records each request and returns an empty object.</summary>
    private sealed class RecordingFactory(Action<HttpRequestMessage> record) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(record));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Handler(Action<HttpRequestMessage> record) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                record(request);
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
            }
        }
    }
}
