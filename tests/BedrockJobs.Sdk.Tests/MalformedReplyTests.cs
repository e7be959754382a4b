using System;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.Runtime;
using Xunit;

namespace BedrockJobs.Sdk.Tests;

/// <summary>
/// What happens to a success that is not what the API promises: an error each time, never an empty page.
/// </summary>
/// <remarks>
/// Single values are read within a time limit, since Core's own list and map readers go on for ever on some of them.
/// </remarks>
public sealed class MalformedReplyTests
{
    private const int TimeLimit = 10_000;

    [Theory(Timeout = TimeLimit)]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("{\"nextToken\"")]
    [InlineData("{\"nextToken\":{}}")]
    [InlineData("{\"nextToken\":[\"a\"]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":\"text\"}")]
    [InlineData("{\"modelCustomizationJobSummaries\":12}")]
    [InlineData("{\"modelCustomizationJobSummaries\":{}}")]
    [InlineData("{\"modelCustomizationJobSummaries\":{\"jobName\":\"a\"}}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[12]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[\"text\"]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[[]]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\"}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\"},")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"status\":{}}]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"statusDetails\":[]}]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":\"yesterday\"}]}")]
    public async Task A_listing_that_is_not_one_is_an_unmarshalling_error(string body)
    {
        await using var server = new LoopbackServer(Reply.Html(body));
        using var client = TestClient.Of(server);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() =>
            client.ListModelCustomizationJobsAsync(new(), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.NotNull(error.InnerException);
    }

    [Theory(Timeout = TimeLimit)]
    [InlineData("{\"hyperParameters\":\"text\"}")]
    [InlineData("{\"hyperParameters\":[\"a\"]}")]
    [InlineData("{\"hyperParameters\":{\"a\":{}}}")]
    [InlineData("{\"hyperParameters\":{\"a\":\"b\"")]
    [InlineData("{\"vpcConfig\":{\"subnetIds\":\"text\"}}")]
    [InlineData("{\"vpcConfig\":{\"subnetIds\":[{}]}}")]
    [InlineData("{\"validationMetrics\":[1]}")]
    [InlineData("{\"trainingMetrics\":{\"trainingLoss\":\"low\"}}")]
    public async Task A_job_that_is_not_one_is_an_unmarshalling_error(string body)
    {
        await using var server = new LoopbackServer(Reply.Json(body));
        using var client = TestClient.Of(server);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken));
    }

    [Theory(Timeout = TimeLimit)]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_login_page_does_not_pass_for_a_job_being_stopped(string body)
    {
        await using var server = new LoopbackServer(Reply.Html(body));
        using var client = TestClient.Of(server);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task The_error_says_where_and_why_and_for_which_request()
    {
        await using var server = new LoopbackServer(Reply.Json(
            """{"modelCustomizationJobSummaries":[{"statusDetails":12}]}""", headers: "x-amzn-RequestId: id-1"));
        using var client = TestClient.Of(server);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() =>
            client.ListModelCustomizationJobsAsync(new(), TestContext.Current.CancellationToken));

        Assert.Equal("id-1", error.RequestId);
        Assert.StartsWith("/modelCustomizationJobSummaries/", error.LastKnownLocation, StringComparison.Ordinal);
        var reason = Assert.IsType<JsonException>(error.InnerException);
        Assert.Equal("Expected an object for StatusDetails, but found Number.", reason.Message);
    }

    [Fact]
    public async Task A_malformed_reply_may_pass_and_is_tried_again()
    {
        var replies = new[] { Reply.Html("<html>"), Reply.Json("{"), Reply.Json("""{"nextToken":"t"}""") };
        var next = 0;
        await using var server = new LoopbackServer(_ => replies[next++]);
        using var client = TestClient.Of(server, config => config.MaxErrorRetry = 2);

        Assert.Equal("t", (await client.ListAsync()).NextToken);
    }

    [Fact]
    public async Task Each_prefix_of_a_page_is_an_error_and_the_whole_is_not()
    {
        const string Body =
            """
            {"a":[1,{"b":null}],"nextToken":"t",
             "modelCustomizationJobSummaries":[{"jobName":"x","statusDetails":{"trainingDetails":{}}}]}
            """;

        foreach (var length in Enumerable.Range(0, Body.Length))
            await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => TestClient.ListedAsync(Body[..length]));

        Assert.Equal("t", (await TestClient.ListedAsync(Body)).NextToken);
    }
}
