using Amazon.Bedrock;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The requests of GetModelCustomizationJob and StopModelCustomizationJob.</summary>
public sealed class JobRequestTests
{
    private const string EncodedArn =
        "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Amodel-customization-job" +
        "%2Famazon.titan-text-lite-v1%3A0%3A4k%2Fabcdefghij12";

    [Theory]
    [InlineData("nightly-1", "nightly-1")]
    [InlineData("a+b.c", "a%2Bb.c")]
    [InlineData(TestClient.JobArn, EncodedArn)]
    public async Task Get_sends_the_identifier_as_one_segment_of_the_path(string identifier, string segment)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);

        await client.GetModelCustomizationJobAsync(
            new() { JobIdentifier = identifier }, TestContext.Current.CancellationToken);

        Assert.Equal("GET", server.OnlyRequest.Method);
        Assert.Equal($"/model-customization-jobs/{segment}", server.OnlyRequest.Target);
    }

    [Theory]
    [InlineData("nightly-1", "nightly-1")]
    [InlineData(TestClient.JobArn, EncodedArn)]
    public async Task Stop_sends_an_empty_body_and_the_identifier_as_one_segment_of_the_path(string identifier, string segment)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);

        await client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = identifier }, TestContext.Current.CancellationToken);

        Assert.Equal("POST", server.OnlyRequest.Method);
        Assert.Equal($"/model-customization-jobs/{segment}/stop", server.OnlyRequest.Target);
        Assert.Empty(server.OnlyRequest.Body);
        Assert.Equal("0", server.OnlyRequest.Headers["Content-Length"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_identifier_nothing_is_sent(string? identifier)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);

        await Assert.ThrowsAsync<AmazonBedrockException>(() => client.GetModelCustomizationJobAsync(
            new() { JobIdentifier = identifier }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AmazonBedrockException>(() => client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = identifier }, TestContext.Current.CancellationToken));

        Assert.Empty(server.Requests);
    }
}
