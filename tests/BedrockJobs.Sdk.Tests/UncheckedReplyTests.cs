namespace BedrockJobs.Sdk.Tests;

/// <summary>
/// The subset reads responses as the package does, without checks. The checks are in
/// BedrockJobs.Aws.
/// </summary>
public sealed class UncheckedReplyTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    public async Task A_body_that_is_not_a_page_is_read_as_an_empty_page(string body)
    {
        var page = await TestClient.ListedAsync(body);

        Assert.Null(page.ModelCustomizationJobSummaries);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task Nulls_among_the_jobs_are_kept()
    {
        var page = await TestClient.ListedAsync("""{"modelCustomizationJobSummaries":[null,{"jobName":"a"}]}""");

        Assert.Equal([null, "a"], page.ModelCustomizationJobSummaries!.Select(job => job?.JobName));
    }

    [Fact]
    public async Task The_last_of_two_members_with_one_name_is_used()
    {
        Assert.Equal("b", (await TestClient.ListedAsync("""{"nextToken":"a","nextToken":"b"}""")).NextToken);
    }

    [Theory]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("[]")]
    public async Task Any_body_is_a_successful_stop(string body)
    {
        await using var server = new LoopbackServer(Reply.Html(body));
        using var client = TestClient.Of(server);

        Assert.NotNull(await client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_malformed_response_is_retried()
    {
        var replies = new[] { Reply.Html("<html>"), Reply.Json("{"), Reply.Json("""{"nextToken":"t"}""") };
        var next = 0;
        await using var server = new LoopbackServer(_ => replies[next++]);
        using var client = TestClient.Of(server, config => config.MaxErrorRetry = 2);

        Assert.Equal("t", (await client.ListAsync()).NextToken);
    }
}
