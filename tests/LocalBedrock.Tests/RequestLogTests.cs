using System.Text.Json;

namespace LocalBedrock.Tests;

public sealed class RequestLogTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(RunningService.Empty with { Jobs = 5 });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task An_entry_contains_all_details_of_a_request()
    {
        var reply = await _service.SendAsync(
            HttpMethod.Get,
            $"{RunningService.Jobs}?maxResults=3&nameContains=a%2Bb",
            tamper: r => r.Headers.UserAgent.ParseAdd("tests/1.0"));
        var entry = Assert.Single(await _service.LogAsync());
        Assert.Equal(
            [
                "number", "time", "method", "path", "rawQuery", "query", "operation", "region", "account", "accessKeyId",
                "userAgent", "status", "errorType", "requestId", "items", "milliseconds", "aborted",
            ],
            entry.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, entry.GetProperty("number").GetInt32());
        Assert.Equal("GET", Text(entry, "method"));
        Assert.Equal(RunningService.Jobs, Text(entry, "path"));
        Assert.Equal("maxResults=3&nameContains=a%2Bb", Text(entry, "rawQuery"));
        Assert.Equal("a+b", Text(entry.GetProperty("query"), "nameContains"));
        Assert.Equal("ListModelCustomizationJobs", Text(entry, "operation"));
        Assert.Equal(("us-east-1", "111122223333"), (Text(entry, "region"), Text(entry, "account")));
        Assert.Equal(RequestSigner.First.AccessKeyId, Text(entry, "accessKeyId"));
        Assert.Equal("tests/1.0", Text(entry, "userAgent"));
        Assert.Equal((200, 0), (entry.GetProperty("status").GetInt32(), entry.GetProperty("items").GetInt32()));
        Assert.Equal(reply.RequestId, Text(entry, "requestId"));
        Assert.True(Guid.TryParse(reply.RequestId, out _));
        Assert.True(entry.GetProperty("milliseconds").GetDouble() > 0);
        Assert.InRange(entry.GetProperty("time").GetDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        Assert.False(entry.GetProperty("aborted").GetBoolean());
    }

    [Fact]
    public async Task A_rejected_request_is_logged_with_its_error()
    {
        await _service.SendUnsignedAsync(HttpMethod.Get, "/somewhere");
        var entry = Assert.Single(await _service.LogAsync());
        Assert.Equal((403, "MissingAuthenticationTokenException"), (entry.GetProperty("status").GetInt32(), Text(entry, "errorType")));
        Assert.Null(Text(entry, "operation"));
    }

    [Fact]
    public async Task The_number_of_jobs_on_a_page_is_logged()
    {
        await _service.PagesAsync(("maxResults", "2"));
        Assert.Equal([2, 2, 1], (await _service.LogAsync()).Select(e => e.GetProperty("items").GetInt32()));
    }

    [Fact]
    public async Task A_cleared_log_is_empty_and_continues_its_numbering()
    {
        await _service.ListAsync();
        await _service.AdminAsync("DELETE", "requests");
        Assert.Empty(await _service.LogAsync());
        await _service.ListAsync();
        Assert.Equal(2, Assert.Single(await _service.LogAsync()).GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Simultaneous_requests_are_all_logged_by_the_time_of_their_responses()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _service.ListAsync()));
        var log = await _service.LogAsync();
        Assert.Equal(Enumerable.Range(1, 100), log.Select(e => e.GetProperty("number").GetInt32()));
        Assert.Equal(replies.Select(r => r.RequestId).Order(), log.Select(e => Text(e, "requestId")).Order());
        Assert.All(log, e => Assert.Equal(200, e.GetProperty("status").GetInt32()));
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).GetString();
}
