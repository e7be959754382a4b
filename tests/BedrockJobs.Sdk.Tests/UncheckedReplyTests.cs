using System.Linq;
using System.Threading.Tasks;
using Xunit;

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
    public async Task What_is_no_page_passes_for_an_empty_one(string body)
    {
        var page = await TestClient.ListedAsync(body);

        Assert.Null(page.ModelCustomizationJobSummaries);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task Nulls_among_the_jobs_stay()
    {
        var page = await TestClient.ListedAsync("""{"modelCustomizationJobSummaries":[null,{"jobName":"a"}]}""");

        Assert.Equal([null, "a"], page.ModelCustomizationJobSummaries!.Select(job => job?.JobName));
    }

    [Fact]
    public async Task Of_two_members_of_one_name_the_last_counts()
    {
        Assert.Equal("b", (await TestClient.ListedAsync("""{"nextToken":"a","nextToken":"b"}""")).NextToken);
    }

    [Theory]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("[]")]
    public async Task Any_body_passes_for_a_job_being_stopped(string body)
    {
        await using var server = new LoopbackServer(Reply.Html(body));
        using var client = TestClient.Of(server);

        Assert.NotNull(await client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken));
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
}
