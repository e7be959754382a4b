using System.Text.Json;

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
    public async Task An_error_type_is_returned_with_its_status(string errorType, int status)
    {
        await _service.AddFaultsAsync(new { errorType, message = "Because." });
        var reply = await _service.ListAsync();
        reply.AssertError(status, errorType);
        Assert.Equal("Because.", reply.Message);
        Assert.Equal(200, (await _service.ListAsync()).Status);
    }

    [Fact]
    public async Task A_status_can_differ_from_that_of_the_error_type()
    {
        await _service.AddFaultsAsync(new { errorType = "ThrottlingException", status = 400 });
        (await _service.ListAsync()).AssertError(400, "ThrottlingException");
    }

    [Fact]
    public async Task A_status_alone_has_no_body()
    {
        await _service.AddFaultsAsync(new { status = 503 });
        var reply = await _service.ListAsync();
        Assert.Equal((503, "", null), (reply.Status, reply.Text, reply.ErrorType));
    }

    [Fact]
    public async Task A_body_is_sent_unchanged()
    {
        await _service.AddFaultsAsync(new { body = "<html>", contentType = "text/html", replyWith = "ok" });
        var reply = await _service.ListAsync();
        Assert.Equal((200, "<html>", "text/html"), (reply.Status, reply.Text, reply.ContentType));
    }

    [Fact]
    public async Task Headers_are_added_to_the_real_response()
    {
        await _service.AddFaultsAsync(JsonElement.Parse("""{"headers":{"x-amzn-RequestId":"mine"},"contentType":"text/html"}"""));
        var reply = await _service.ListAsync();
        Assert.Equal((200, "mine", "text/html"), (reply.Status, reply.RequestId, reply.ContentType));
        Assert.Equal(5, reply.Jobs.Length);
    }

    [Fact]
    public async Task Skip_and_count_select_the_affected_requests()
    {
        await _service.AddFaultsAsync(new { skip = 1, count = 2, status = 500 }, new { status = 501 });
        await AssertStatusesAsync(501, 500, 500, 200);
    }

    [Fact]
    public async Task Without_a_limit_every_request_is_affected_until_the_script_is_removed()
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
    public async Task A_script_can_be_for_one_job_in_any_order_of_requests()
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
    public async Task A_raw_response_replaces_the_real_one_byte_for_byte()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 299 Odd\r\nX: y\r\n\r\n\u00ff\u0000", operation = "StopModelCustomizationJob" });
        var reply = await _service.StopAsync("a");
        Assert.Equal((299, "\ufffd\0"), (reply.Status, reply.Text));
        Assert.Equal("InProgress", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, (await _service.LogAsync())[0].GetProperty("status").ValueKind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunkLength}\r\n{body}\r\n0\r\n\r\n")]
    public async Task A_raw_response_can_contain_the_real_body(string raw)
    {
        foreach (var pause in new[] { "00:00:00", "00:00:00.0001" })
        {
            await _service.AddFaultsAsync(new { raw, bytePause = pause });
            Assert.Equal(5, (await _service.ListAsync(("maxResults", "5"))).Jobs.Length);
        }
    }

    [Theory]
    [InlineData(null, HttpRequestError.ResponseEnded)]
    [InlineData("reset", HttpRequestError.Unknown)]
    public async Task After_a_raw_response_the_connection_is_closed_or_reset(string? connection, HttpRequestError error)
    {
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", connection });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        Assert.Equal(error, (failure.InnerException as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown);
        Assert.Equal(200, (await _service.ListAsync()).Status);
    }

    [Theory]
    [InlineData("stall")]
    [InlineData("endless")]
    public async Task A_raw_response_can_be_endless(string connection)
    {
        await _service.AddFaultsAsync(new { raw = "HTTP/1.1 200 OK\r\n\r\nabc", connection });
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => _service.SendAsync(HttpMethod.Get, RunningService.Jobs, cancellation: impatience.Token));
        await AssertAbortedAsync();
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

    [Fact]
    public async Task A_delay_alone_delays_the_real_response()
    {
        await _service.AddFaultsAsync(new { delay = "00:00:00.300" });
        var start = Stopwatch.GetTimestamp();
        var reply = await _service.ListAsync();
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290));
        Assert.Equal(5, reply.Jobs.Length);
    }

    [Fact]
    public async Task Latency_is_added_to_every_api_response()
    {
        await using var slow = await RunningService.StartAsync(
            RunningService.Empty with { Latency = TimeSpan.FromMilliseconds(200) });
        await slow.ListAsync();
        await slow.GetAsync(RunningService.JobPath("nothing"));
        Assert.All(await slow.LogAsync(), e => Assert.True(e.GetProperty("milliseconds").GetDouble() >= 190));
    }

    [Fact]
    public async Task A_replaced_response_does_not_change_jobs()
    {
        await _service.AddJobsAsync(new { jobName = "a" });
        await _service.AddFaultsAsync(new { operation = "StopModelCustomizationJob", status = 500 });
        Assert.Equal(500, (await _service.StopAsync("a")).Status);
        Assert.Equal("InProgress", (await _service.GetAsync(RunningService.JobPath("a"))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_reset_connection_has_no_response()
    {
        await _service.AddFaultsAsync(new { connection = "reset" });
        await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        var entry = Assert.Single(await _service.LogAsync());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("status").ValueKind);
        Assert.False(entry.GetProperty("aborted").GetBoolean());
    }

    [Fact]
    public async Task A_truncated_response_ends_in_the_middle_of_its_body()
    {
        await _service.AddFaultsAsync(new { connection = "truncate" });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => _service.ListAsync());
        Assert.Equal(HttpRequestError.ResponseEnded, (failure.InnerException as HttpIOException)?.HttpRequestError);
        Assert.Equal(200, Assert.Single(await _service.LogAsync()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_stalled_request_waits_until_the_client_disconnects()
    {
        await _service.AddFaultsAsync(new { connection = "stall" });
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => _service.SendAsync(HttpMethod.Get, RunningService.Jobs, cancellation: impatience.Token));
        await AssertAbortedAsync();
    }

    [Fact]
    public async Task A_client_that_disconnects_before_a_late_response_is_logged()
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
    public async Task An_ignored_filter_returns_every_job_page_by_page(string input, string value)
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
    public async Task A_page_begins_with_the_repeated_jobs_of_the_previous_page(string sortOrder, int repeat, string pages)
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
    public async Task An_invalid_script_is_rejected(string scripts, string named)
    {
        var reply = await _service.SendUnsignedAsync(HttpMethod.Post, "/local/faults", JsonElement.Parse(scripts));
        Assert.Equal(400, reply.Status);
        Assert.Contains(named, reply.Message, StringComparison.Ordinal);
        Assert.Empty((await _service.AdminAsync("GET", "faults")).EnumerateArray());
    }

    [Fact]
    public async Task Simultaneous_requests_share_a_count_exactly()
    {
        await _service.AddFaultsAsync(new { count = 17, status = 500 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => _service.ListAsync()));
        Assert.Equal(17, replies.Count(r => r.Status == 500));
    }

    private async Task AssertStatusesAsync(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            Assert.Equal(status, (await _service.ListAsync()).Status);
        }
    }

    // The server detects the disconnect with a short delay.
    private async Task AssertAbortedAsync()
    {
        var entry = Assert.Single(await _service.LogAsync());
        for (var i = 0; i < 100 && !entry.GetProperty("aborted").GetBoolean(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            entry = Assert.Single(await _service.LogAsync());
        }

        Assert.True(entry.GetProperty("aborted").GetBoolean());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("status").ValueKind);
    }
}
