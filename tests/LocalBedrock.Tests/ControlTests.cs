using System.Text.Json;

namespace LocalBedrock.Tests;

/// <summary>What the tests of the module rely on without checking it: which requests a fault affects, and how jobs change.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(
        RunningService.Empty with { Jobs = 5, Regions = ["us-east-1", "eu-west-1"] });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Skip_and_count_select_the_affected_requests()
    {
        await _service.AddFaultsAsync(new { skip = 1, count = 2, status = 500 }, new { status = 501 });
        foreach (var status in new[] { 501, 500, 500, 200 })
        {
            Assert.Equal(status, (await _service.ListAsync()).Status);
        }
    }

    [Fact]
    public async Task Simultaneous_requests_share_a_count_exactly()
    {
        await _service.AddFaultsAsync(new { count = 17, status = 500 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => _service.ListAsync()));
        Assert.Equal(17, replies.Count(r => r.Status == 500));
    }

    [Fact]
    public async Task A_script_can_be_for_one_operation_region_key_or_job()
    {
        await _service.AddJobsAsync(new { jobName = "a" }, new { jobName = "b" });
        await _service.AddFaultsAsync(
            new { operation = "GetModelCustomizationJob", jobIdentifier = "b", status = 501 },
            new { region = "eu-west-1", status = 502 },
            new { accessKeyId = RequestSigner.Second.AccessKeyId, status = 503 });
        Assert.Equal(200, (await _service.ListAsync()).Status);
        Assert.Equal(200, (await _service.GetAsync(RunningService.JobPath("a"))).Status);
        Assert.Equal(503, (await _service.GetAsync(RunningService.Jobs, RequestSigner.Second)).Status);
        Assert.Equal(502, (await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Region = "eu-west-1" })).Status);
        Assert.Equal(501, (await _service.GetAsync(RunningService.JobPath("b"))).Status);
        Assert.Empty((await _service.AdminAsync("GET", "faults")).EnumerateArray());
    }

    [Fact]
    public async Task An_unauthenticated_request_is_affected_only_by_faults_before_authentication()
    {
        var wrong = RequestSigner.First with { Secret = "wrong" };
        await _service.AddFaultsAsync(new { status = 501 }, new { status = 502, beforeAuthentication = true });
        Assert.Equal(502, (await _service.GetAsync(RunningService.Jobs, wrong)).Status);
        Assert.Equal(403, (await _service.GetAsync(RunningService.Jobs, wrong)).Status);
        Assert.Equal(501, (await _service.ListAsync()).Status);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunkLength}\r\n{body}\r\n0\r\n\r\n")]
    public async Task A_raw_response_can_contain_the_real_body(string raw)
    {
        await _service.AddFaultsAsync(new { raw }, new { raw, bytePause = "00:00:00.0001" });
        Assert.Equal(5, (await _service.ListAsync()).Jobs.Length);
        Assert.Equal(5, (await _service.ListAsync()).Jobs.Length);
    }

    [Theory]
    [InlineData("""[{"errorTyp":"X"}]""", "errorTyp")]
    [InlineData("""[{"status":99}]""", "99")]
    [InlineData("""[{"raw":"a","connection":"truncate"}]""", "truncate")]
    public async Task An_invalid_script_is_rejected(string scripts, string named)
    {
        var reply = await _service.SendUnsignedAsync(HttpMethod.Post, "/local/faults", JsonElement.Parse(scripts));
        Assert.Equal(400, reply.Status);
        Assert.Contains(named, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_job_is_stopping_and_then_stopped_and_can_be_stopped_no_more()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        Assert.Equal("{}", (await _service.StopAsync("a")).Text);
        Assert.Equal("Stopping", await StatusAsync());
        Assert.Equal(200, (await _service.StopAsync("a")).Status);
        await _service.AdvanceAsync(Job.StoppingTakes);
        Assert.Equal("Stopped", await StatusAsync());
        (await _service.StopAsync("a")).AssertError(400, "ConflictException");

        async Task<string?> StatusAsync() => (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString();
    }

    [Fact]
    public async Task A_job_is_found_by_name_and_by_arn_in_its_account_alone()
    {
        await _service.AddJobsAsync(new { jobName = "a.b+c-d" });
        var byName = await _service.GetAsync(RunningService.JobPath("a.b+c-d"));
        var arn = byName.Json.GetProperty("jobArn").GetString()!;
        Assert.Equal(byName.Text, (await _service.GetAsync(RunningService.JobPath(arn))).Text);
        (await _service.GetAsync(RunningService.JobPath(arn), RequestSigner.Second)).AssertError(404, "ResourceNotFoundException");
        (await _service.GetAsync($"{RunningService.Jobs}/{arn}")).AssertError(404, "UnknownOperationException");
    }
}
