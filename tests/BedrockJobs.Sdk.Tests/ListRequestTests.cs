using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The requests of ListModelCustomizationJobs.</summary>
public sealed class ListRequestTests
{
    [Fact]
    public async Task A_request_without_filters_has_no_query()
    {
        var sent = await SendAsync(new ListModelCustomizationJobsRequest());

        Assert.Equal("GET", sent.Method);
        Assert.Equal("/model-customization-jobs", sent.Target);
        Assert.Empty(sent.Body);
    }

    [Fact]
    public async Task Every_member_that_is_set_is_sent_under_its_name()
    {
        var sent = await SendAsync(new ListModelCustomizationJobsRequest
        {
            CreationTimeAfter = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            CreationTimeBefore = new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc),
            MaxResults = 1000,
            NameContains = "nightly",
            NextToken = "abc",
            SortBy = SortJobsBy.CreationTime,
            SortOrder = SortOrder.Descending,
            StatusEquals = FineTuningJobStatus.InProgress,
        });

        Assert.StartsWith("/model-customization-jobs?", sent.Target, StringComparison.Ordinal);
        Assert.Equal(
            [
                "creationTimeAfter=2026-01-02T03%3A04%3A05Z",
                "creationTimeBefore=2026-02-03T04%3A05%3A06.789Z",
                "maxResults=1000",
                "nameContains=nightly",
                "nextToken=abc",
                "sortBy=CreationTime",
                "sortOrder=Descending",
                "statusEquals=InProgress",
            ],
            sent.Query);
    }

    [Theory]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a=b", "a%3Db")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b&c%d", "a%2Fb%26c%25d")]
    [InlineData("é", "%C3%A9")]
    [InlineData("a-b.c_d~e", "a-b.c_d~e")]
    public async Task Values_are_encoded_as_signature_version_4_requires(string value, string encoded)
    {
        var sent = await SendAsync(new ListModelCustomizationJobsRequest { NextToken = value });

        Assert.Equal([$"nextToken={encoded}"], sent.Query);
    }

    [Fact]
    public async Task A_time_of_another_kind_is_sent_in_UTC()
    {
        var utc = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        var sent = await SendAsync(new ListModelCustomizationJobsRequest
        {
            CreationTimeAfter = utc.ToLocalTime(),
            CreationTimeBefore = DateTime.SpecifyKind(utc.ToLocalTime(), DateTimeKind.Unspecified),
        });

        Assert.Equal(
            ["creationTimeAfter=2026-01-02T03%3A04%3A05Z", "creationTimeBefore=2026-01-02T03%3A04%3A05Z"], sent.Query);
    }

    // Core truncates here. A caller that needs an exact limit must widen it and filter the response.
    [Fact]
    public async Task A_time_is_truncated_to_the_millisecond()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        var sent = await SendAsync(new ListModelCustomizationJobsRequest
        {
            CreationTimeAfter = time.AddTicks(9_999),
            CreationTimeBefore = time.AddTicks(19_999),
        });

        Assert.Equal(
            ["creationTimeAfter=2026-01-02T03%3A04%3A05Z", "creationTimeBefore=2026-01-02T03%3A04%3A05.001Z"],
            sent.Query);
    }

    [Fact]
    public async Task A_status_without_a_constant_is_sent_unchanged()
    {
        var sent = await SendAsync(new ListModelCustomizationJobsRequest { StatusEquals = "Paused" });

        Assert.Equal(["statusEquals=Paused"], sent.Query);
    }

    [Fact]
    public async Task The_request_contains_its_API_version_and_is_signed_for_bedrock()
    {
        var sent = await SendAsync(new ListModelCustomizationJobsRequest());

        Assert.Equal("2023-04-20", sent.Headers["x-amz-api-version"]);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/bedrock/aws4_request,",
            sent.Headers["Authorization"]);
        Assert.Contains("api/Bedrock#4.1.0", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    private static async Task<ReceivedRequest> SendAsync(ListModelCustomizationJobsRequest request)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);
        await client.ListModelCustomizationJobsAsync(request, TestContext.Current.CancellationToken);
        return server.OnlyRequest;
    }
}
