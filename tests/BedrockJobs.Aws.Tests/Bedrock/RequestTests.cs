namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>The requests as they arrive at the service.</summary>
public sealed class RequestTests
{
    private const string EncodedArn =
        "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Amodel-customization-job%2Fa%3A0%3A4k%2Fabcdefghij12";

    [Fact]
    public async Task A_listing_without_filters_sends_its_order_and_page_size()
    {
        var sent = await ListAsync(new JobQuery { PageSize = 1000 });

        Assert.Equal("GET", sent.Method);
        Assert.StartsWith("/model-customization-jobs?", sent.Target, StringComparison.Ordinal);
        Assert.Equal(["maxResults=1000", "sortBy=CreationTime", "sortOrder=Descending"], sent.Query);
        Assert.Empty(sent.Body);
    }

    [Fact]
    public async Task Every_filter_that_is_set_is_sent_with_its_API_name()
    {
        var sent = await ListAsync(new JobQuery
        {
            CreatedAfter = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            CreatedBefore = new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc),
            PageSize = 10,
            NameContains = "nightly",
            NextToken = "abc",
            SortOrder = "ascending",
            Status = ["InProgress", "inprogress"],
        });

        Assert.Equal(
            [
                "creationTimeAfter=2026-01-02T03%3A04%3A05Z",
                "creationTimeBefore=2026-02-03T04%3A05%3A06.789Z",
                "maxResults=10",
                "nameContains=nightly",
                "nextToken=abc",
                "sortBy=CreationTime",
                "sortOrder=Ascending",
                "statusEquals=InProgress",
            ],
            sent.Query);
    }

    [Fact]
    public async Task A_status_that_the_SDK_does_not_know_is_sent_unchanged()
    {
        Assert.Contains("statusEquals=Paused", (await ListAsync(new JobQuery { Status = ["Paused"] })).Query);
    }

    [Theory]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a=b", "a%3Db")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b&c%d", "a%2Fb%26c%25d")]
    [InlineData("é", "%C3%A9")]
    [InlineData("a-b.c_d~e", "a-b.c_d~e")]
    public async Task A_value_is_encoded_as_signature_version_4_requires(string value, string encoded)
    {
        Assert.Contains($"nextToken={encoded}", (await ListAsync(new JobQuery { NextToken = value })).Query);
    }

    [Fact]
    public void A_time_limit_is_a_whole_millisecond_and_at_most_one_wider_than_specified()
    {
        Gen.DateTime.Sample(time =>
        {
            var request = JobClient.RequestOf(new JobQuery { CreatedAfter = time, CreatedBefore = time });
            var (after, before) = (request.CreationTimeAfter!.Value, request.CreationTimeBefore!.Value);
            return after.Ticks % TimeSpan.TicksPerMillisecond == 0
                && before.Ticks % TimeSpan.TicksPerMillisecond == 0
                && (after.Kind, before.Kind) == (time.Kind, time.Kind)
                && after <= time
                && time - after < TimeSpan.FromMilliseconds(1)
                && (before >= time || time > DateTime.MaxValue.AddMilliseconds(-1))
                && (before - after).TotalMilliseconds is 0 or 1;
        });
    }

    [Fact]
    public void The_maximum_time_is_not_widened()
    {
        var request = JobClient.RequestOf(new JobQuery { CreatedAfter = DateTime.MaxValue, CreatedBefore = DateTime.MaxValue });

        Assert.Equal(request.CreationTimeAfter, request.CreationTimeBefore);
    }

    [Theory]
    [InlineData("nightly-1", "nightly-1")]
    [InlineData("a+b.c", "a%2Bb.c")]
    [InlineData(ReplyCase.JobArn, EncodedArn)]
    public async Task Get_and_stop_send_the_identifier_as_one_segment_of_the_path(string identifier, string segment)
    {
        var get = await SendAsync(service => service.GetJobAsync(identifier, CancellationToken.None));
        var stop = await SendAsync(service => service.StopJobAsync(identifier, CancellationToken.None));

        Assert.Equal(("GET", $"/model-customization-jobs/{segment}"), (get.Method, get.Target));
        Assert.Equal(("POST", $"/model-customization-jobs/{segment}/stop", ""), (stop.Method, stop.Target, stop.Body));
        Assert.Equal("0", stop.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Without_an_identifier_nothing_is_sent()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var service = TestService.At(server.Url);

        await Assert.ThrowsAsync<BedrockRequestException>(() => service.GetJobAsync(string.Empty, CancellationToken.None));
        await Assert.ThrowsAsync<BedrockRequestException>(() => service.StopJobAsync(string.Empty, CancellationToken.None));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_request_contains_its_API_version_and_the_SDK_version_and_is_signed_for_bedrock()
    {
        var sent = await ListAsync(new JobQuery());

        Assert.Equal("2023-04-20", sent.Headers["x-amz-api-version"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=key/[0-9]{8}/us-east-1/bedrock/aws4_request,", sent.Headers["Authorization"]);
        Assert.Contains("api/Bedrock#4.0.103.0", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    private static Task<ReceivedRequest> ListAsync(JobQuery query) => SendAsync(service => service.ListJobsAsync(query, CancellationToken.None));

    private static async Task<ReceivedRequest> SendAsync(Func<IBedrockService, Task> send)
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var service = TestService.At(server.Url);
        await Record.ExceptionAsync(() => send(service));
        return server.OnlyRequest;
    }
}
