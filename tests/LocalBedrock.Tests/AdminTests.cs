using System.Text.Json;

namespace LocalBedrock.Tests;

public sealed class AdminTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(
        RunningService.Empty with { Regions = ["us-east-1", "eu-west-1"] });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_posted_job_keeps_its_specified_members()
    {
        const string Given = """
            {
              "jobArn": "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0:128k/abcdefghij12",
              "baseModelArn": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k",
              "jobName": "given",
              "status": "Paused",
              "statusDetails": {"trainingDetails": {"status": "Paused", "creationTime": "2025-01-01T00:00:01Z"}},
              "creationTime": "2025-01-01T00:00:00.120Z",
              "lastModifiedTime": "2025-01-01T00:00:02Z",
              "endTime": "2025-01-01T00:00:03Z",
              "customizationType": "NEW_TYPE",
              "customModelArn": "arn:given",
              "customModelName": "model"
            }
            """;
        await _service.AddJobsAsync(JsonElement.Parse(Given));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Given), Assert.Single((await _service.ListAsync()).Jobs)));
    }

    [Fact]
    public async Task A_null_member_is_omitted_from_responses()
    {
        await _service.AddJobsAsync(JsonElement.Parse(
            """{"jobName":"a","lastModifiedTime":null,"statusDetails":null,"customizationType":null,"hyperParameters":null}"""));
        Assert.Equal(
            ["jobArn", "baseModelArn", "jobName", "status", "creationTime"],
            Assert.Single((await _service.ListAsync()).Jobs).EnumerateObject().Select(p => p.Name));
        Assert.False((await _service.GetAsync(RunningService.JobPath("a"))).Json.TryGetProperty("hyperParameters", out _));
    }

    [Fact]
    public async Task A_posted_job_without_members_is_running_and_created_now()
    {
        await _service.AddJobsAsync(new { });
        var job = Assert.Single((await _service.ListAsync()).Jobs);
        Assert.Equal("InProgress", job.GetProperty("status").GetString());
        Assert.Equal("2026-01-01T00:00:00Z", job.GetProperty("creationTime").GetString());
        await _service.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal("InProgress", Assert.Single((await _service.ListAsync()).Jobs).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_posted_job_ends_at_the_specified_time_with_the_specified_status()
    {
        await _service.AddJobsAsync(new { jobName = "a", endsAt = "2026-01-01T00:10:00Z", endsAs = "Failed", failureMessage = "No data." });
        await _service.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Equal("InProgress", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString());
        await _service.AdvanceAsync(TimeSpan.FromMinutes(1));
        var job = (await _service.GetAsync(RunningService.JobPath("a"))).Json;
        Assert.Equal("Failed", job.GetProperty("status").GetString());
        Assert.Equal("No data.", job.GetProperty("failureMessage").GetString());
        Assert.Equal("2026-01-01T00:10:00Z", job.GetProperty("endTime").GetString());
        Assert.Equal("Failed", job.GetProperty("statusDetails").GetProperty("trainingDetails").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_posted_job_goes_through_its_stages_as_the_clock_moves()
    {
        await _service.AddJobsAsync(
            new { jobName = "a", validationEndsAt = "00:01:00", dataProcessingEndsAt = "2026-01-01T00:03:00Z", endsAt = "00:10:00" });
        Assert.Equal("InProgress: InProgress 00:00-00:00, NotStarted -, NotStarted -", await CourseAsync());
        await _service.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("InProgress: Completed 00:00-01:00, InProgress 01:00-01:00, NotStarted -", await CourseAsync());
        await _service.AdvanceAsync(TimeSpan.FromMinutes(8));
        Assert.Equal("InProgress: Completed 00:00-01:00, Completed 01:00-03:00, InProgress 03:00-03:00", await CourseAsync());
        await _service.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Completed: Completed 00:00-01:00, Completed 01:00-03:00, Completed 03:00-10:00", await CourseAsync());
    }

    [Fact]
    public async Task A_posted_job_fails_in_the_running_stage()
    {
        await _service.AddJobsAsync(new
        {
            jobName = "a",
            validationEndsAt = "00:01:00",
            dataProcessingEndsAt = "00:03:00",
            endsAt = "00:02:00",
            endsAs = "Failed",
            failureMessage = "No data.",
        });
        await _service.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.False((await _service.GetAsync(RunningService.JobPath("a"))).Json.TryGetProperty("failureMessage", out _));
        await _service.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Failed: Completed 00:00-01:00, Failed 01:00-02:00, NotStarted -", await CourseAsync());
        Assert.Equal("No data.", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("failureMessage").GetString());
    }

    [Fact]
    public async Task A_posted_job_that_is_stopped_ends_as_stopped()
    {
        await _service.AddJobsAsync(new { jobName = "a", validationEndsAt = "00:01:00", endsAt = "00:02:00" });
        await _service.AdvanceAsync(TimeSpan.FromSeconds(100));
        Assert.Equal(200, (await _service.StopAsync("a")).Status);
        await _service.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("Stopping: Completed 00:00-01:00, Completed 01:00-01:00, Stopping 01:00-01:40", await CourseAsync());
        await _service.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("Stopped: Completed 00:00-01:00, Completed 01:00-01:00, Stopped 01:00-03:10", await CourseAsync());
    }

    [Fact]
    public async Task Jobs_are_added_to_a_region_and_an_account()
    {
        await _service.AddJobsAsync(
            new { jobName = "here" }, new { jobName = "there", region = "eu-west-1" }, new { jobName = "theirs", account = "444455556666" });
        Assert.Equal(["here"], await NamesAsync("jobs?region=us-east-1&account=111122223333"));
        Assert.Equal(["there"], await NamesAsync("jobs?region=eu-west-1"));
        Assert.Equal(["theirs"], await NamesAsync("jobs?account=444455556666"));
        Assert.Equal(["here", "theirs", "there"], (await NamesAsync("jobs")).Order());
        Assert.Equal(["there"], (await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Region = "eu-west-1" })).Names);
    }

    [Fact]
    public async Task All_jobs_can_be_removed()
    {
        await _service.AddJobsAsync(new { jobName = "a" }, new { jobName = "b", region = "eu-west-1" });
        await _service.AdminAsync("DELETE", "jobs");
        Assert.Empty(await NamesAsync("jobs"));
        await _service.AddJobsAsync(new { jobName = "a" });
    }

    [Fact]
    public async Task One_job_can_be_removed_by_its_name()
    {
        await _service.AddJobsAsync(new { jobName = "a" }, new { jobName = "b" }, new { jobName = "a", region = "eu-west-1" });
        await _service.AdminAsync("DELETE", "jobs?jobName=a");
        Assert.Equal(["b"], await NamesAsync("jobs"));
        Assert.Equal(404, (await _service.GetAsync(RunningService.JobPath("a"))).Status);
        await _service.AddJobsAsync(new { jobName = "a" });
    }

    [Theory]
    [InlineData("""[{"jobNam":"a"}]""", "jobNam")]
    [InlineData("""[{"jobName":1}]""", "jobName")]
    [InlineData("""[{"creationTime":"now"}]""", "creationTime")]
    [InlineData("""[{"creationTime":null}]""", "creationTime")]
    [InlineData("""[{"region":"mars-1"}]""", "mars-1")]
    [InlineData("""[{"statusDetails":{"trainingDetails":{}}}]""", "statusDetails")]
    [InlineData("""[{"endsAt":"soon"}]""", "endsAt")]
    [InlineData("""[{"validationEndsAt":"00:01:00","status":"Completed"}]""", "status")]
    [InlineData("""[{"jobName":"a"},{"jobName":"a"}]""", "a already")]
    [InlineData("""[7]""", "Job 1")]
    [InlineData("""{}""", "array")]
    public async Task An_invalid_job_is_rejected_and_none_is_added(string jobs, string named)
    {
        var reply = await _service.SendUnsignedAsync(HttpMethod.Post, "/local/jobs", JsonElement.Parse(jobs));
        Assert.Equal(400, reply.Status);
        Assert.Contains(named, reply.Message, StringComparison.Ordinal);
        Assert.Empty(await NamesAsync("jobs"));
    }

    [Fact]
    public async Task The_clock_can_be_read_and_moved()
    {
        Assert.Equal("""{"now":"2026-01-01T00:00:00Z","speed":0,"skew":"00:00:00"}""", (await _service.AdminAsync("GET", "clock")).GetRawText());
        await _service.AdminAsync("POST", "clock", new { advance = "01:30:00" });
        Assert.Equal("2026-01-01T01:30:00Z", (await _service.AdminAsync("GET", "clock")).GetProperty("now").GetString());
        var moved = await _service.AdminAsync("POST", "clock", new { now = "2027-02-03T04:05:06.789Z" });
        Assert.Equal("2027-02-03T04:05:06.789Z", moved.GetProperty("now").GetString());
        Assert.Equal(60, (await _service.AdminAsync("POST", "clock", new { speed = 60 })).GetProperty("speed").GetDouble());
    }

    [Theory]
    [InlineData("POST", "/local/clock", """{"forward":"01:00:00"}""")]
    [InlineData("POST", "/local/clock", """{"now":"noon"}""")]
    [InlineData("POST", "/local/clock", """{"speed":-1}""")]
    [InlineData("DELETE", "/local/jobs?jobName=nobody", null)]
    [InlineData("GET", "/local/weather", null)]
    [InlineData("PUT", "/local/jobs", null)]
    public async Task Unknown_admin_requests_are_rejected(string method, string path, string? body)
    {
        var reply = await _service.SendUnsignedAsync(
            new HttpMethod(method), path, body is null ? null : JsonElement.Parse(body));
        Assert.Equal(400, reply.Status);
        Assert.NotEmpty(reply.Message!);
    }

    [Fact]
    public async Task Admin_requests_are_not_logged()
    {
        await _service.AdminAsync("GET", "clock");
        Assert.Empty(await _service.LogAsync());
    }

    /// <summary>The status of the job "a", and its stages with minutes and seconds of their start and last change.</summary>
    private async Task<string> CourseAsync()
    {
        var job = (await _service.GetAsync(RunningService.JobPath("a"))).Json;
        var details = job.GetProperty("statusDetails");
        string[] names = ["validationDetails", "dataProcessingDetails", "trainingDetails"];
        return $"{job.GetProperty("status").GetString()}: {string.Join(", ", names.Select(n => Stage(details.GetProperty(n))))}";

        static string Stage(JsonElement stage) =>
            $"{stage.GetProperty("status").GetString()} {Time(stage, "creationTime")}-{Time(stage, "lastModifiedTime")}";

        static string Time(JsonElement stage, string name) =>
            stage.TryGetProperty(name, out var time) ? time.GetDateTime().ToString("mm':'ss", CultureInfo.InvariantCulture) : "";
    }

    private async Task<string[]> NamesAsync(string path) =>
        [.. (await _service.AdminAsync("GET", path)).EnumerateArray().Select(j => j.GetProperty("jobName").GetString()!)];
}
