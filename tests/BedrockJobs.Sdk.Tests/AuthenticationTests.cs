using Amazon.Bedrock;
using AwsEnvironment;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The signing of requests, and the effect of environment variables on Core.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public async Task A_request_to_an_endpoint_is_signed_for_the_authentication_region()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server, config => config.AuthenticationRegion = "ap-southeast-2");

        await client.ListAsync();

        Assert.Equal("ap-southeast-2", server.OnlyRequest.SignedRegion);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK")]
    public async Task An_endpoint_from_the_environment_is_used_and_signed_for_the_authentication_region(string variable)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var environment = new EnvironmentVariable(variable, server.Url);
        using var client = WithKeys(
            new() { RegionEndpoint = RegionEndpoint.EUWest1, AuthenticationRegion = "eu-west-1" });

        await client.ListAsync();

        Assert.Equal("eu-west-1", server.OnlyRequest.SignedRegion);
    }

    // The reason why AuthenticationRegion must be set: an address contains no region, and Core guesses one.
    [Fact]
    public async Task An_endpoint_from_the_environment_is_signed_for_us_east_1_without_an_authentication_region()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var environment = new EnvironmentVariable("AWS_ENDPOINT_URL", server.Url);
        using var client = WithKeys(new() { RegionEndpoint = RegionEndpoint.EUWest1 });

        await client.ListAsync();

        Assert.Equal("us-east-1", server.OnlyRequest.SignedRegion);
    }

    [Fact]
    public async Task Every_constructor_that_takes_a_key_signs_with_it()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var endpoint = new EnvironmentVariable("AWS_ENDPOINT_URL", server.Url);
        using var region = new EnvironmentVariable("AWS_REGION", "eu-west-1");
        FallbackRegionFactory.Reset();
        AmazonBedrockClient[] clients =
        [
            new(new BasicAWSCredentials("key", "secret")),
            new("key", "secret"),
            new("key", "secret", RegionEndpoint.EUWest1),
            new("key", "secret", new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.EUWest1 }),
            new("key", "secret", "session"),
            new("key", "secret", "session", RegionEndpoint.EUWest1),
        ];

        foreach (var client in clients)
        {
            await client.ListAsync();
            client.Dispose();
        }

        FallbackRegionFactory.Reset();
        Assert.All(server.Requests, request => Assert.Contains("Credential=key/", request.Headers["Authorization"]));
        Assert.Equal(
            [null, null, null, null, "session", "session"],
            server.Requests.Select(request => request.Headers.GetValueOrDefault("x-amz-security-token")));
    }

    [Fact]
    public async Task A_session_token_is_sent_with_the_request()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = new AmazonBedrockClient(
            "AKIDEXAMPLE", "secret", "session", new AmazonBedrockConfig { ServiceURL = server.Url });

        await client.ListAsync();

        Assert.Equal("session", server.OnlyRequest.Headers["x-amz-security-token"]);
    }

    [Fact]
    public void A_bearer_token_in_the_environment_takes_precedence_over_explicit_credentials()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        var config = new AmazonBedrockConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            AuthSchemePreference = ["sigv4"],
        };

        using var client = WithKeys(config);

        Assert.Equal(["httpBearerAuth", "sigv4"], config.AuthSchemePreference);
        Assert.NotNull(config.AWSTokenProvider);
    }

    [Fact]
    public async Task A_bearer_token_is_not_sent_over_plain_HTTP()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);

        await Assert.ThrowsAnyAsync<AmazonClientException>(client.ListAsync);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Credentials_take_precedence_over_the_bearer_token_if_the_preference_is_set_after_construction()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        await using var server = new LoopbackServer(Reply.Json("{}"));
        AmazonBedrockConfig? settings = null;
        using var client = TestClient.Of(server, config => settings = config);
        settings!.AuthSchemePreference = ["sigv4"];

        await client.ListAsync();

        Assert.StartsWith("AWS4-HMAC-SHA256 ", server.OnlyRequest.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_token_is_sent_over_TLS()
    {
        using var environment = new EnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", "token");
        var sent = new List<string>();
        using var client = new AmazonBedrockClient(new AmazonBedrockConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            HttpClientFactory = new RecordingHttpClientFactory(
                request => sent.Add($"{request.RequestUri} {request.Headers.Authorization}")),
        });

        await client.ListAsync();

        Assert.Equal(
            ["https://bedrock.eu-west-1.amazonaws.com/model-customization-jobs Bearer token"], sent);
    }

    private static AmazonBedrockClient WithKeys(AmazonBedrockConfig config) =>
        new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
}
