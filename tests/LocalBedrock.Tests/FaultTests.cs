using System;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LocalBedrock.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(
        RunningService.Empty with { Jobs = 5, Regions = ["us-east-1", "eu-west-1"] });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("ThrottlingException", 429)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("InternalServerException", 500)]
    [InlineData("ExpiredTokenException", 403)]
    [InlineData("ValidationException", 400)]
    [InlineData("SomethingNewException", 400)]
    public async Task An_error_type_is_replied_with_its_status(string errorType, int status)
    {
        await _service.AddFaultsAsync(new { errorType, message = "Because." });
        Reply reply = await _service.ListAsync();
        reply.AssertError(status, errorType);
        Assert.Equal("Because.", reply.Message);
        Assert.Equal(200, (await _service.ListAsync()).Status);
    }

    [Fact]
    public async Task A_status_may_differ_from_the_types_own()
    {
        await _service.AddFaultsAsync(new { errorType = "ThrottlingException", status = 400 });
        (await _service.ListAsync()).AssertError(400, "ThrottlingException");
    }

    [Fact]
    public async Task A_status_alone_has_no_body()
    {
        await _service.AddFaultsAsync(new { status = 503 });
        Reply reply = await _service.ListAsync();
        Assert.Equal((503, "", null), (reply.Status, reply.Text, reply.ErrorType));
    }

    [Fact]
    public async Task A_body_is_sent_as_it_is()
    {
        await _service.AddFaultsAsync(new { body = "<html>", contentType = "text/html", replyWith = "ok" });
        Reply reply = await _service.ListAsync();
        Assert.Equal((200, "<html>", "text/html"), (reply.Status, reply.Text, reply.ContentType));
    }

    [Fact]
    public async Task Headers_are_added_to_the_true_reply()
    {
        await _service.AddFaultsAsync(JsonElement.Parse("""{"headers":{"x-amzn-RequestId":"mine"},"contentType":"text/html"}"""));
        Reply reply = await _service.ListAsync();
        Assert.Equal((200, "mine", "text/html"), (reply.Status, reply.RequestId, reply.ContentType));
        Assert.Equal(5, reply.Jobs.Length);
    }

    [Fact]
    public async Task Skip_and_count_say_which_requests_are_hit()
    {
        await _service.AddFaultsAsync(new { skip = 1, count = 2, status = 500 }, new { status = 501 });
        await AssertStatusesAsync(501, 500, 500, 200);
    }

    [Fact]
    public async Task Without_a_limit_every_request_is_hit_until_the_script_is_removed()
    {
        await _service.AddFaultsAsync(new { count = (int?)null, status = 500 });
        await AssertStatusesAsync(500, 500, 500);
        await _service.AdminAsync("DELETE", "faults");
        await AssertStatusesAsync(200);
    }

    [Fact]
    public async Task A_script_can_be_for_one_operation_region_or_key()
    {
        await _service.AddFaultsAsync(
            new { operation = "GetModelCustomizationJob", status = 501 },
            new { region = "eu-west-1", status = 502 },
            new { accessKeyId = RequestSigner.Second.AccessKeyId, status = 503 });
        Assert.Equal(200, (await _service.ListAsync()).Status);
        Assert.Equal(503, (await _service.GetAsync(RunningService.Jobs, RequestSigner.Second)).Status);
        Assert.Equal(502, (await _service.GetAsync(RunningService.Jobs, RequestSigner.First with { Region = "eu-west-1" })).Status);
        Assert.Equal(501, (await _service.GetAsync(RunningService.JobPath("a"))).Status);
        Assert.Empty((await _service.AdminAsync("GET", "faults")).EnumerateArray());
    }

    [Fact]
    public async Task A_script_can_be_for_one_job_whichever_request_comes_first()
    {
        await _service.AddJobsAsync(new { jobName = "a" }, new { jobName = "b" });
        await _service.AddFaultsAsync(new { jobIdentifier = "b", status = 501, count = 2 });
        Assert.Equal(200, (await _service.ListAsync()).Status);
        Assert.Equal(200, (await _service.GetAsync(RunningService.JobPath("a"))).Status);
        Assert.Equal(501, (await _service.GetAsync(RunningService.JobPath("b"))).Status);
        Assert.Equal(501, (await _service.StopAsync("b")).Status);
        Assert.Equal(200, (await _service.GetAsync(RunningService.JobPath("b"))).Status);
    }

    [Fact]
    public async Task A_raw_reply_is_sent_byte_for_byte_in_place_of_the_true_one()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 299 Odd\r\nX: y\r\n\r\n\u00ff\u0000", operation = "StopModelCustomizationJob" });
        Reply reply = await _service.StopAsync("a");
        Assert.Equal((299, "\ufffd\0"), (reply.Status, reply.Text));
        Assert.Equal("InProgress", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, (await _service.LogAsync())[0].GetProperty("status").ValueKind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunkLength}\r\n{body}\r\n0\r\n\r\n")]
    public async Task A_raw_reply_can_hold_the_true_body(string raw)
    {
        foreach (string pause in new[] { "00:00:00", "00:00:00.0001" })
        {
            await _service.AddFaultsAsync(new { raw, bytePause = pause });
            Assert.Equal(5, (await _service.ListAsync(("maxResults", "5"))).Jobs.Length);
        }
    }

    [Theory]
    [InlineData(null, HttpRequestError.ResponseEnded)]
    [InlineData("reset", HttpRequestError.Unknown)]
    public async Task After_a_raw_reply_the_connection_is_closed_or_reset(string? connection, HttpRequestError error)
    {
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", connection });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        Assert.Equal(error, (failure.InnerException as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown);
        Assert.Equal(200, (await _service.ListAsync()).Status);
    }

    [Theory]
    [InlineData("stall")]
    [InlineData("endless")]
    public async Task A_raw_reply_can_have_no_end(string connection)
    {
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 200 OK\r\n\r\nabc", connection });
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => _service.SendAsync(HttpMethod.Get, RunningService.Jobs, cancellation: impatience.Token));
        await AssertAbortedAsync();
    }

    [Fact]
    public async Task Who_is_refused_meets_only_faults_from_before_authentication()
    {
        RequestSigner wrong = RequestSigner.First with { Secret = "wrong" };
        await _service.AddFaultsAsync(new { status = 501 }, new { status = 502, beforeAuthentication = true });
        Assert.Equal(502, (await _service.GetAsync(RunningService.Jobs, wrong)).Status);
        Assert.Equal(403, (await _service.GetAsync(RunningService.Jobs, wrong)).Status);
        Assert.Equal(501, (await _service.ListAsync()).Status);
    }

    [Fact]
    public async Task A_delay_alone_gives_the_true_reply_late()
    {
        await _service.AddFaultsAsync(new { delay = "00:00:00.300" });
        long start = Stopwatch.GetTimestamp();
        Reply reply = await _service.ListAsync();
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290));
        Assert.Equal(5, reply.Jobs.Length);
    }

    [Fact]
    public async Task Latency_is_added_to_every_api_reply()
    {
        await using RunningService slow = await RunningService.StartAsync(
            RunningService.Empty with { Latency = TimeSpan.FromMilliseconds(200) });
        await slow.ListAsync();
        await slow.GetAsync(RunningService.JobPath("nothing"));
        Assert.All(await slow.LogAsync(), e => Assert.True(e.GetProperty("milliseconds").GetDouble() >= 190));
    }

    [Fact]
    public async Task A_replaced_reply_leaves_the_jobs_alone()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        await _service.AddFaultsAsync(new { operation = "StopModelCustomizationJob", status = 500 });
        Assert.Equal(500, (await _service.StopAsync("a")).Status);
        Assert.Equal("InProgress", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_reset_connection_has_no_reply()
    {
        await _service.AddFaultsAsync(new { connection = "reset" });
        await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        JsonElement entry = Assert.Single(await _service.LogAsync());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("status").ValueKind);
        Assert.False(entry.GetProperty("aborted").GetBoolean());
    }

    [Fact]
    public async Task A_truncated_reply_ends_in_the_middle_of_its_body()
    {
        await _service.AddFaultsAsync(new { connection = "truncate" });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        Assert.Equal(HttpRequestError.ResponseEnded, (failure.InnerException as HttpIOException)?.HttpRequestError);
        Assert.Equal(200, Assert.Single(await _service.LogAsync()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_stalled_request_waits_until_the_client_goes_away()
    {
        await _service.AddFaultsAsync(new { connection = "stall" });
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => _service.SendAsync(HttpMethod.Get, RunningService.Jobs, cancellation: impatience.Token));
        await AssertAbortedAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_await_a_late_reply_is_seen_to_go()
    {
        await _service.AddFaultsAsync(new { delay = "01:00:00" });
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => _service.SendAsync(HttpMethod.Get, RunningService.Jobs, cancellation: impatience.Token));
        await AssertAbortedAsync();
    }

    [Theory]
    [InlineData("statusEquals", "Failed")]
    [InlineData("nameContains", "nobody")]
    [InlineData("creationTimeAfter", "2100-01-01T00:00:00Z")]
    [InlineData("creationTimeBefore", "2000-01-01T00:00:00Z")]
    public async Task A_filter_that_is_ignored_lets_every_job_through_page_by_page(string input, string value)
    {
        await _service.AdminAsync("DELETE", "jobs");
        await _service.AddJobsAsync(new { jobName = "a" }, new { jobName = "b" });
        (string, string)[] inputs = [(input, value), ("maxResults", "1")];
        Assert.Empty((await _service.PagesAsync(inputs)).SelectMany(p => p.Names));
        await _service.AddFaultsAsync(new { ignore = new[] { input }, count = (int?)null });
        Assert.Equal(["a", "b"], (await _service.PagesAsync(inputs)).SelectMany(p => p.Names).Order());
    }

    [Theory]
    [InlineData("Ascending", 1, "abc cde")]
    [InlineData("Descending", 1, "edc cba")]
    [InlineData("Ascending", 2, "abc bcd cde")]
    public async Task A_page_begins_with_what_is_to_be_repeated_of_the_one_before(string sortOrder, int repeat, string pages)
    {
        await _service.AdminAsync("DELETE", "jobs");
        await _service.AddJobsAsync([.. "abcde".Select((name, i) => new { jobName = $"{name}", creationTime = $"2026-01-01T12:00:{i:D2}Z" })]);
        await _service.AddFaultsAsync(new { repeat, count = (int?)null });
        var listed = await _service.PagesAsync(("sortOrder", sortOrder), ("maxResults", "3"));
        Assert.Equal(pages, string.Join(' ', listed.Select(p => string.Concat(p.Names))));
    }

    [Theory]
    [InlineData("""[{"errorTyp":"X"}]""", "errorTyp")]
    [InlineData("""[{"connection":"slow"}]""", "slow")]
    [InlineData("""[{"status":99}]""", "99")]
    [InlineData("""[{"count":0}]""", "count")]
    [InlineData("""[{"skip":-1}]""", "skip")]
    [InlineData("""[{"delay":"soon"}]""", "delay")]
    [InlineData("""[{"replyWith":"ok"}]""", "body")]
    [InlineData("""[{"ignore":["status"]}]""", "'status'")]
    [InlineData("""[{"repeat":-1}]""", "repeat")]
    [InlineData("""[{"raw":"\u0100"}]""", "U+00FF")]
    [InlineData("""[{"raw":"a","body":"b"}]""", "body")]
    [InlineData("""[{"raw":"a","connection":"truncate"}]""", "truncate")]
    [InlineData("""[{"connection":"endless"}]""", "raw")]
    [InlineData("""[{"bytePause":"00:00:01"}]""", "raw")]
    [InlineData("""{}""", "array")]
    public async Task A_script_that_makes_no_sense_is_refused(string scripts, string named)
    {
        Reply reply = await _service.SendUnsignedAsync(HttpMethod.Post, "/local/faults", JsonElement.Parse(scripts));
        Assert.Equal(400, reply.Status);
        Assert.Contains(named, reply.Message, StringComparison.Ordinal);
        Assert.Empty((await _service.AdminAsync("GET", "faults")).EnumerateArray());
    }

    [Fact]
    public async Task Requests_at_the_same_time_share_out_a_count_exactly()
    {
        await _service.AddFaultsAsync(new { count = 17, status = 500 });
        Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => _service.ListAsync()));
        Assert.Equal(17, replies.Count(r => r.Status == 500));
    }

    private async Task AssertStatusesAsync(params int[] statuses)
    {
        foreach (int status in statuses)
            Assert.Equal(status, (await _service.ListAsync()).Status);
    }

    // The server detects the disconnect with a short delay.
    private async Task AssertAbortedAsync()
    {
        JsonElement entry = Assert.Single(await _service.LogAsync());
        for (int i = 0; i < 100 && !entry.GetProperty("aborted").GetBoolean(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            entry = Assert.Single(await _service.LogAsync());
        }

        Assert.True(entry.GetProperty("aborted").GetBoolean());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("status").ValueKind);
    }
}
