using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Sdk.Tests;

/// <summary>Makes clients for a <see cref="LoopbackServer"/>.</summary>
internal static class TestClient
{
    public const string JobArn =
        "arn:aws:bedrock:eu-west-1:123456789012:model-customization-job/amazon.titan-text-lite-v1:0:4k/abcdefghij12";

    /// <summary>A client that makes one attempt by default.</summary>
    public static AmazonBedrockClient Of(LoopbackServer server, Action<AmazonBedrockConfig>? configure = null)
    {
        var config = new AmazonBedrockConfig
        {
            ServiceURL = server.Url,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        };
        configure?.Invoke(config);
        return new AmazonBedrockClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
    }

    /// <summary>Sends a listing without filters.</summary>
    public static Task<ListModelCustomizationJobsResponse> ListAsync(this AmazonBedrockClient client) =>
        client.ListModelCustomizationJobsAsync(new(), TestContext.Current.CancellationToken);

    /// <summary>The page that results from this body.</summary>
    public static async Task<ListModelCustomizationJobsResponse> ListedAsync(string body)
    {
        await using var server = new LoopbackServer(Reply.Json(body));
        using var client = Of(server);
        return await client.ListAsync();
    }
}
