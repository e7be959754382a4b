using System.Text.Json;

namespace LocalIdentity.Tests;

public sealed class AdminTests : IAsyncLifetime
{
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync(new Settings { Region = "eu-west-1" });

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task Settings_change_one_by_one_and_can_be_reset()
    {
        await _identity.SetAsync(new { lifetime = "00:10:00" });
        var changed = await _identity.AdminAsync("POST", "settings", new { account = "777788889999" });
        Assert.Equal(("eu-west-1", "00:10:00", "777788889999"), Three(changed));
        Assert.Equal(("eu-west-1", "00:10:00", "777788889999"), Three(await _identity.AdminAsync("GET", "settings")));
        Assert.Equal(("eu-west-1", null, "444455556666"), Three(await _identity.AdminAsync("DELETE", "settings")));

        static (string?, string?, string?) Three(JsonElement settings) =>
            (settings.GetProperty("region").GetString(), settings.GetProperty("lifetime").GetString(), settings.GetProperty("account").GetString());
    }

    [Theory]
    [InlineData("POST", "settings", """{"colour":"red"}""", "colour")]
    [InlineData("POST", "settings", """{"lifetime":"soon"}""", "lifetime")]
    [InlineData("POST", "settings", """{"roles":{"arn":{"colour":"red"}}}""", "colour")]
    [InlineData("POST", "settings", """{"account":null}""", "null")]
    [InlineData("POST", "settings", "[]", "object")]
    [InlineData("POST", "settings", "{", "JSON")]
    [InlineData("GET", "weather", null, "/local/weather")]
    [InlineData("PUT", "requests", null, "PUT")]
    public async Task Invalid_settings_are_rejected(string method, string path, string? body, string named)
    {
        (var status, var text) = await _identity.SendAsync(method, $"/local/{path}", body);
        Assert.Equal(400, status);
        Assert.Contains(named, JsonElement.Parse(text).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("eu-west-1", (await _identity.AdminAsync("GET", "settings")).GetProperty("region").GetString());
    }

    [Fact]
    public async Task The_log_can_be_cleared_and_continues_its_numbering()
    {
        await _identity.SendAsync("GET", "/weather");
        await _identity.AdminAsync("DELETE", "requests");
        Assert.Empty(await _identity.LogAsync());
        await _identity.SendAsync("GET", "/weather", null, ("User-Agent", "tests/1.0"));
        var entry = Assert.Single(await _identity.LogAsync());
        Assert.Equal(
            (2, "/weather", 404, "tests/1.0"),
            (entry.GetProperty("number").GetInt32(), entry.GetProperty("action").GetString(), entry.GetProperty("status").GetInt32(), entry.GetProperty("userAgent").GetString()));
    }

    [Fact]
    public async Task A_response_can_be_delayed()
    {
        await _identity.SetAsync(new { delay = "00:00:00.3" });
        var watch = Stopwatch.StartNew();
        await _identity.SendAsync("GET", "/weather");
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(250), watch.Elapsed.ToString());
    }
}
