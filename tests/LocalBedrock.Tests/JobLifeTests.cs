using System.Text.Json;

namespace LocalBedrock.Tests;

public sealed class JobLifeTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_running_job_that_is_stopped_is_stopping_and_then_stopped()
    {
        await _service.CreateAsync(CreateTests.Input());
        await _service.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Equal((200, "{}"), await StopAsync("my-job"));
        var stopping = await DetailAsync("my-job");
        Assert.Equal("Stopping", stopping.GetProperty("status").GetString());
        Assert.Equal("Stopping", stopping.GetProperty("statusDetails").GetProperty("validationDetails").GetProperty("status").GetString());
        Assert.Equal("2026-01-01T00:00:05Z", stopping.GetProperty("lastModifiedTime").GetString());
        Assert.False(stopping.TryGetProperty("endTime", out _));

        await _service.AdvanceAsync(Job.StoppingTakes);
        var stopped = await DetailAsync("my-job");
        Assert.Equal("Stopped", stopped.GetProperty("status").GetString());
        Assert.Equal("Stopped", stopped.GetProperty("statusDetails").GetProperty("validationDetails").GetProperty("status").GetString());
        Assert.Equal("2026-01-01T00:01:35Z", stopped.GetProperty("endTime").GetString());
    }

    [Fact]
    public async Task Stopping_twice_has_the_same_result_as_once()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        Assert.Equal((200, "{}"), await StopAsync("a"));
        await _service.AdvanceAsync(TimeSpan.FromSeconds(80));
        Assert.Equal((200, "{}"), await StopAsync("a"));
        await _service.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("Stopped", (await DetailAsync("a")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Stopped")]
    public async Task An_ended_job_cannot_be_stopped(string status)
    {
        await _service.AddJobsAsync(new { jobName = "a", status });
        (await _service.StopAsync("a")).AssertError(400, "ConflictException");
        Assert.Equal(status, (await DetailAsync("a")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_job_is_found_by_name_and_by_arn()
    {
        await _service.AddJobsAsync(new { jobName = "a.b+c-d" }, new { jobName = "other" });
        var byName = await DetailAsync("a.b+c-d");
        var byArn = await DetailAsync(byName.GetProperty("jobArn").GetString()!);
        Assert.Equal(byName.GetRawText(), byArn.GetRawText());
    }

    [Fact]
    public async Task An_arn_works_with_unencoded_colons_but_not_with_unencoded_slashes()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        var arn = (await DetailAsync("a")).GetProperty("jobArn").GetString()!;
        var escaped = arn.Replace("/", "%2F", StringComparison.Ordinal);
        Assert.Equal(200, (await _service.GetAsync($"{RunningService.Jobs}/{escaped}")).Status);
        (await _service.GetAsync($"{RunningService.Jobs}/{arn}")).AssertError(404, "UnknownOperationException");
    }

    [Fact]
    public async Task A_missing_job_is_not_found()
    {
        (await _service.GetAsync(RunningService.JobPath("a"))).AssertError(404, "ResourceNotFoundException");
        (await _service.StopAsync("a")).AssertError(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task A_job_of_another_account_is_not_found()
    {
        await _service.AddJobsAsync(new { jobName = "a", account = "444455556666" });
        (await _service.GetAsync(RunningService.JobPath("a"))).AssertError(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task Only_a_failed_job_has_a_failure_message()
    {
        await _service.AddJobsAsync(
            new { jobName = "failed", status = "Failed", failureMessage = "No data." }, new { jobName = "done", status = "Completed" });
        Assert.Equal("No data.", (await DetailAsync("failed")).GetProperty("failureMessage").GetString());
        Assert.False((await DetailAsync("done")).TryGetProperty("failureMessage", out _));
        Assert.DoesNotContain((await _service.ListAsync()).Jobs, j => j.TryGetProperty("failureMessage", out _));
    }

    [Fact]
    public void The_same_seed_makes_the_same_jobs_and_another_makes_others()
    {
        DateTime now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        string[] Arns(int seed, string region) => [.. new JobGenerator(seed).Generate(region, "1", 50, now).Select(j => $"{j.Arn} {j.Name} {j.CreationTime:O}")];
        Assert.Equal(Arns(1, "us-east-1"), Arns(1, "us-east-1"));
        Assert.Empty(Arns(1, "us-east-1").Intersect(Arns(2, "us-east-1")));
        Assert.Empty(Arns(1, "us-east-1").Intersect(Arns(1, "eu-west-1")));
    }

    [Fact]
    public void Generated_jobs_have_every_status_and_type_and_consistent_times()
    {
        DateTime now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var jobs = new JobGenerator(1).Generate("us-east-1", "111122223333", 1000, now);
        string[] statuses = ["Completed", "Failed", "InProgress", "Stopped", "Stopping"];
        Assert.Equal(statuses, jobs.Select(j => j.StatusAt(now)).Distinct().Order());
        Assert.Equal(5, jobs.Select(j => j.CustomizationType).Distinct().Count());
        Assert.Equal(1000, jobs.Select(j => j.Name).Distinct().Count());
        Assert.All(jobs, job =>
        {
            var state = job.At(now);
            Assert.Equal(job.StatusAt(now), state.Status);
            Assert.InRange(job.CreationTime, now.AddDays(-90), now);
            Assert.InRange(state.LastModifiedTime!.Value, job.CreationTime, now);
            Assert.Equal(JobStatus.IsEnded(state.Status) ? state.LastModifiedTime : null, state.EndTime);
            Assert.Equal(state.Status == JobStatus.Failed, state.FailureMessage is not null);
        });
        Assert.All(jobs, j => Assert.True(JobStatus.IsEnded(j.StatusAt(now.AddHours(12)))));
    }

    [Fact]
    public void A_default_listing_shows_every_status()
    {
        DateTime now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var jobs = new JobGenerator(1).Generate("us-east-1", "111122223333", 40, now);
        Assert.Equal(5, jobs.Select(j => j.StatusAt(now)).Distinct().Count());
    }

    private async Task<(int Status, string Text)> StopAsync(string name)
    {
        var reply = await _service.StopAsync(name);
        return (reply.Status, reply.Text);
    }

    private async Task<JsonElement> DetailAsync(string identifier)
    {
        var reply = await _service.GetAsync(RunningService.JobPath(identifier));
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Json;
    }
}
