using Amazon.Bedrock;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The responses of ListModelCustomizationJobs.</summary>
public sealed class ListReplyTests
{
    [Fact]
    public async Task Every_member_of_a_summary_is_read()
    {
        var page = await TestClient.ListedAsync(
            """
            {
              "nextToken": "next",
              "modelCustomizationJobSummaries": [{
                "jobArn": "job-arn", "baseModelArn": "base-arn", "jobName": "name", "status": "Stopping",
                "statusDetails": {
                  "validationDetails": {"status": "Completed",
                    "creationTime": "2026-01-01T00:00:01Z", "lastModifiedTime": "2026-01-01T00:00:02Z"},
                  "dataProcessingDetails": {"status": "InProgress",
                    "creationTime": "2026-01-01T00:00:03Z", "lastModifiedTime": "2026-01-01T00:00:04Z"},
                  "trainingDetails": {"status": "NotStarted",
                    "creationTime": "2026-01-01T00:00:05Z", "lastModifiedTime": "2026-01-01T00:00:06Z"}
                },
                "lastModifiedTime": "2026-01-01T00:00:07Z", "creationTime": "2026-01-01T00:00:08Z",
                "endTime": "2026-01-01T00:00:09Z",
                "customModelArn": "model-arn", "customModelName": "model", "customizationType": "DISTILLATION"
              }]
            }
            """);

        Assert.Equal("next", page.NextToken);
        var job = Assert.Single(page.ModelCustomizationJobSummaries!);
        Assert.Equal(
            ("job-arn", "base-arn", "name", "model-arn", "model"),
            (job.JobArn, job.BaseModelArn, job.JobName, job.CustomModelArn, job.CustomModelName));
        Assert.Same(ModelCustomizationJobStatus.Stopping, job.Status);
        Assert.Same(CustomizationType.DISTILLATION, job.CustomizationType);
        Assert.Equal(
            [7, 8, 9],
            new[] { job.LastModifiedTime, job.CreationTime, job.EndTime }.Select(time => time!.Value.Second));
        var details = job.StatusDetails!;
        var (validation, processing, training) =
            (details.ValidationDetails!, details.DataProcessingDetails!, details.TrainingDetails!);
        Assert.Equal(
            [JobStatusDetails.Completed, JobStatusDetails.InProgress, JobStatusDetails.NotStarted],
            new[] { validation.Status, processing.Status, training.Status });
        Assert.Equal(
            [1, 2, 3, 4, 5, 6],
            new[]
            {
                validation.CreationTime, validation.LastModifiedTime, processing.CreationTime,
                processing.LastModifiedTime, training.CreationTime, training.LastModifiedTime,
            }.Select(time => time!.Value.Second));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"nextToken":null,"modelCustomizationJobSummaries":null}""")]
    public async Task Missing_and_null_members_are_null(string body)
    {
        var page = await TestClient.ListedAsync(body);

        Assert.Null(page.NextToken);
        Assert.Null(page.ModelCustomizationJobSummaries);
    }

    [Fact]
    public async Task An_empty_page_can_still_have_a_token()
    {
        var page = await TestClient.ListedAsync("""{"modelCustomizationJobSummaries":[],"nextToken":"more"}""");

        Assert.Empty(page.ModelCustomizationJobSummaries!);
        Assert.Equal("more", page.NextToken);
    }

    [Fact]
    public async Task A_job_whose_members_are_null_is_read()
    {
        var page = await TestClient.ListedAsync(
            """
            {"modelCustomizationJobSummaries":[{"jobName":"a","jobArn":null,"status":null,"statusDetails":null}]}
            """);

        var job = Assert.Single(page.ModelCustomizationJobSummaries!);
        Assert.Equal("a", job.JobName);
        Assert.Null(job.JobArn);
        Assert.Null(job.Status);
        Assert.Null(job.StatusDetails);
    }

    [Theory]
    [InlineData("1.5e3")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"jobName\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"jobName":"inner","status":{"jobName":["inner"]}}""")]
    [InlineData("""[1,"jobName",[{"jobName":"inner"}],{"jobName":"inner"}]""")]
    public async Task Unknown_members_are_ignored_whatever_they_contain(string unknown)
    {
        var page = await TestClient.ListedAsync(
            $$"""
            {"new":{{unknown}},"modelCustomizationJobSummaries":[{"new":{{unknown}},"jobName":"a","newer":{{unknown}},
             "status":"Failed","newest":{{unknown}}},{"jobName":"b"}],"newer":{{unknown}},"nextToken":"t"}
            """);

        Assert.Equal(["a", "b"], page.ModelCustomizationJobSummaries!.Select(job => job.JobName));
        Assert.Equal("Failed", page.ModelCustomizationJobSummaries![0].Status!.Value);
        Assert.Equal("t", page.NextToken);
    }

    [Fact]
    public async Task A_value_without_a_constant_is_kept()
    {
        var page = await TestClient.ListedAsync(
            """{"modelCustomizationJobSummaries":[{"status":"Paused","customizationType":"EVOLUTION"}]}""");

        var job = Assert.Single(page.ModelCustomizationJobSummaries!);
        Assert.Equal("Paused", job.Status!.Value);
        Assert.Equal("EVOLUTION", job.CustomizationType!.Value);
    }

    [Fact]
    public async Task JSON_is_read_with_any_content_type()
    {
        await using var server = new LoopbackServer(Reply.Html("""{"nextToken":"t"}"""));
        using var client = TestClient.Of(server);

        Assert.Equal("t", (await client.ListAsync()).NextToken);
    }

    [Fact]
    public async Task A_member_with_an_escaped_name_is_recognized()
    {
        Assert.Equal("t", (await TestClient.ListedAsync("""{"next\u0054oken":"t"}""")).NextToken);
    }

    [Fact]
    public async Task Text_is_unescaped_and_keeps_characters_beyond_ASCII()
    {
        var page = await TestClient.ListedAsync("""{"nextToken":"a\/b\u00e9\"é\n😀"}""");

        Assert.Equal("a/bé\"é\n😀", page.NextToken);
    }

    // Many times the size of the read buffer, so that its end splits tokens in every way.
    [Fact]
    public async Task A_page_of_a_thousand_jobs_is_read_completely()
    {
        var jobs = Enumerable.Range(0, 1000)
            .Select(i => $$"""{"jobName":"job-{{i}}","jobArn":"{{new string('x', i)}}","unknown":[{{i}}]}""");

        var page = await TestClient.ListedAsync(
            $$"""{"modelCustomizationJobSummaries":[{{string.Join(',', jobs)}}],"nextToken":"t"}""");

        Assert.Equal(
            Enumerable.Range(0, 1000).Select(i => ($"job-{i}", i)),
            page.ModelCustomizationJobSummaries!.Select(job => (job.JobName!, job.JobArn!.Length)));
        Assert.Equal("t", page.NextToken);
    }

    [Fact]
    public async Task The_request_id_of_a_success_is_kept()
    {
        await using var server = new LoopbackServer(Reply.Json("{}", headers: "x-amzn-RequestId: id-1"));
        using var client = TestClient.Of(server);

        Assert.Equal("id-1", (await client.ListAsync()).ResponseMetadata.RequestId);
    }
}
