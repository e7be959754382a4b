namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>A listing that doesn't match the API is always an error, and never an empty page.</summary>
public sealed class HostileListReplyTests
{
    [Theory]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("1e99999")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("{\"nextToken\"")]
    [InlineData("{\"nextToken\":\"t\"}")]
    [InlineData("{\"modelCustomizationJobSummaries\":null}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\"}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\"},")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a")]
    [InlineData("{\"modelCustomizationJobSummaries\":[]}{\"modelCustomizationJobSummaries\":[]}")]
    [InlineData("{\"modelCustomizationJobSummaries\":[]}]")]
    [InlineData("{\"modelCustomizationJobSummaries\":[]} and more")]
    [InlineData("{\"modelCustomizationJobSummaries\":[],\"\\ud800\":1")]
    public async Task A_body_that_is_not_a_page_is_malformed(string body)
    {
        var failure = await ReplyCase.FailListAsync(Reply.Html(body));

        Assert.Equal((BedrockErrorId.MalformedResponse, 200), (failure.ErrorId, failure.StatusCode));
    }

    [Theory]
    [InlineData("{\"nextToken\":{}}", "nextToken")]
    [InlineData("{\"nextToken\":[\"a\"]}", "nextToken")]
    [InlineData("{\"nextToken\":12}", "nextToken")]
    [InlineData("{\"nextToken\":1e99999}", "nextToken")]
    [InlineData("{\"nextToken\":\"\\ud800\"}", "nextToken")]
    [InlineData("{\"modelCustomizationJobSummaries\":\"text\"}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":12}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":true}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":{}}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":{\"jobName\":\"a\"}}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":[12]}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":[\"text\"]}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":[[]]}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":{}}]}", "jobName")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":1}]}", "jobName")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"\\udc00x\"}]}", "jobName")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"status\":[]}]}", "status")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"statusDetails\":[]}]}", "statusDetails")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"statusDetails\":12}]}", "statusDetails")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"statusDetails\":{\"trainingDetails\":\"t\"}}]}", "trainingDetails")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":\"yesterday\"}]}", "creationTime")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":\"2026-13-01T00:00:00Z\"}]}", "creationTime")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":true}]}", "creationTime")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":1e15}]}", "creationTime")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"creationTime\":1e300}]}", "creationTime")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"endTime\":-1e27}]}", "endTime")]
    public async Task A_value_of_another_type_is_malformed_and_named(string body, string member)
    {
        var failure = await ReplyCase.FailListAsync(Reply.Json(body, headers: "x-amzn-RequestId: id-1"));

        Assert.Equal((BedrockErrorId.MalformedResponse, "id-1"), (failure.ErrorId, failure.RequestId));
        Assert.Contains($"'{member}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"modelCustomizationJobSummaries\":[{}],\"modelCustomizationJobSummaries\":[]}", "modelCustomizationJobSummaries")]
    [InlineData("{\"modelCustomizationJobSummaries\":[],\"nextToken\":\"t\",\"nextToken\":null}", "nextToken")]
    [InlineData("{\"modelCustomizationJobSummaries\":[],\"nextToken\":null,\"next\\u0054oken\":\"t\"}", "nextToken")]
    [InlineData("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\",\"status\":\"Failed\",\"jobName\":\"b\"}]}", "jobName")]
    public async Task A_member_that_occurs_twice_is_malformed_and_named(string body, string member)
    {
        var failure = await ReplyCase.FailListAsync(Reply.Json(body));

        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        Assert.Contains($"'{member}' twice", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_whose_name_is_not_text_is_malformed_and_no_other_member_is_named()
    {
        var failure = await ReplyCase.FailListAsync(
            Reply.Json("{\"modelCustomizationJobSummaries\":[{\"jobName\":\"a\",\"\\ud800\":1}]}"));

        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        Assert.Contains("a member has a name", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"__type\":\"ThrottlingException\",\"message\":\"Slow down\"}", BedrockErrorId.Throttled)]
    [InlineData("{\"__type\":\"com.amazonaws.bedrock#AccessDeniedException:http://x/\",\"Message\":\"No\"}", BedrockErrorId.AccessDenied)]
    [InlineData("{\"code\":\"ExpiredTokenException\"}", BedrockErrorId.CredentialsExpired)]
    [InlineData("{\"error\":\"ThrottlingException\"}", BedrockErrorId.Throttled)]
    [InlineData("{\"error\":{\"code\":\"InternalServerException\",\"message\":\"Oops\"}}", BedrockErrorId.ServiceFault)]
    [InlineData("{\"error\":\"something went wrong\"}", BedrockErrorId.MalformedResponse)]
    [InlineData("{\"message\":\"something went wrong\"}", BedrockErrorId.MalformedResponse)]
    public async Task A_success_that_contains_an_error_is_that_error(string body, BedrockErrorId expected)
    {
        var failure = await ReplyCase.FailListAsync(Reply.Json(body));

        Assert.Equal(expected, failure.ErrorId);
    }

    [Fact]
    public async Task A_success_that_contains_a_throttling_error_is_retried()
    {
        var replies = new[] { Reply.Json("{\"__type\":\"ThrottlingException\"}"), Reply.Json(ReplyCase.PageOf(ReplyCase.Summary)) };
        var next = 0;
        await using var server = new LoopbackServer(_ => replies[next++]);
        using var service = TestService.At(server.Url, attempts: 2);

        Assert.Single((await ReplyCase.List(service)).Jobs);
    }

    [Fact]
    public async Task A_null_in_the_list_is_malformed_and_the_other_jobs_are_returned()
    {
        var page = await ReplyCase.ListAsync(ReplyCase.PageOf("null", ReplyCase.Summary, "{}"));

        Assert.Equal("a", Assert.Single(page.Jobs).JobName);
        Assert.Equal(3, page.ItemCount);
        Assert.All(page.Malformed, summary => Assert.Equal(
            (null, "jobArn, jobName, status, baseModelArn, creationTime"), (summary.Identifier, summary.MissingMembers)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"nextToken\":null")]
    [InlineData(",\"nextToken\":\"\"")]
    public async Task A_page_without_a_token_is_the_last(string token)
    {
        var page = await ReplyCase.ListAsync($$"""{"modelCustomizationJobSummaries":[]{{token}}}""");

        Assert.True(string.IsNullOrEmpty(page.NextToken));
        Assert.Equal(0, page.ItemCount);
    }

    [Theory]
    [InlineData("1.5e3")]
    [InlineData("1e999999")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"jobName\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("""{"jobName":"inner","status":{"jobName":["inner"]}}""")]
    [InlineData("""[1,"jobName",[{"jobName":"inner"}],{"jobName":"inner"}]""")]
    public async Task Unknown_members_are_ignored_whatever_they_contain(string unknown)
    {
        var summary = $$"""{"new":{{unknown}},{{ReplyCase.Summary[1..^1]}},"newer":{{unknown}},"new":{{unknown}}}""";

        var page = await ReplyCase.ListAsync(
            $$"""{"new":{{unknown}},"modelCustomizationJobSummaries":[{{summary}}],"new":{{unknown}},"nextToken":"t"}""");

        Assert.Equal(("a", "t"), (Assert.Single(page.Jobs).JobName, page.NextToken));
    }

    [Fact]
    public async Task Nesting_is_read_to_the_depth_of_the_SDK_and_rejected_beyond_it()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);

        var page = await ReplyCase.ListAsync($$"""{"new":{{Nested(200)}},"modelCustomizationJobSummaries":[]}""");
        var failure = await ReplyCase.FailListAsync(
            Reply.Json($$"""{"new":{{Nested(100_000)}},"modelCustomizationJobSummaries":[]}"""));

        Assert.Equal(0, page.ItemCount);
        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
    }

    [Theory]
    [InlineData("\uFEFF{\"modelCustomizationJobSummaries\":[],\"nextToken\":\"t\"}")]
    [InlineData("  {\"nextToken\":\"t\",\"modelCustomizationJobSummaries\":[]}\r\n ")]
    [InlineData("{\"next\\u0054oken\":\"t\",\"modelCustomizationJobSummaries\":[]}")]
    public async Task A_page_is_read_with_white_space_or_a_byte_order_mark_and_any_content_type(string body)
    {
        Assert.Equal("t", (await ReplyCase.ListAsync(Reply.Html(body))).NextToken);
    }

    [Fact]
    public async Task Every_truncated_page_is_malformed_and_the_complete_one_is_not()
    {
        var body = $$"""{"a":[1,{"b":null}],"nextToken":"t","modelCustomizationJobSummaries":[{{ReplyCase.Summary}}]}""";
        var length = 0;
        await using var server = new LoopbackServer(_ => Reply.Json(body[..length]));
        using var service = TestService.At(server.Url);

        for (; length < body.Length; length++)
        {
            var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => ReplyCase.List(service));
            Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        }

        Assert.Single((await ReplyCase.List(service)).Jobs);
    }

    [Fact]
    public async Task A_page_of_a_thousand_jobs_is_read_completely_and_so_are_the_next_pages()
    {
        var names = Enumerable.Range(0, 1000).Select(i => $"job-{i}").ToList();
        var body = ReplyCase.PageOf([.. names.Select(name =>
            ReplyCase.Summary.Replace("\"a\"", $"\"{name}\",\"unknown\":[\"{name}\"]", StringComparison.Ordinal))]);
        await using var server = new LoopbackServer(Reply.Json(body));
        using var service = TestService.At(server.Url);

        for (var page = 0; page < 3; page++)
        {
            Assert.Equal(names, (await ReplyCase.List(service)).Jobs.Select(job => job.JobName));
        }
    }
}
