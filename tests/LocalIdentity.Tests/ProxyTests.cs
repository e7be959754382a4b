using System.Net.Sockets;

namespace LocalIdentity.Tests;

public sealed class ProxyTests : IAsyncLifetime
{
    private RunningIdentity _identity = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await RunningIdentity.StartAsync();
        _http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(_identity.ProxyAddress) });
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _identity.DisposeAsync();
    }

    [Fact]
    public async Task A_request_is_forwarded_and_logged()
    {
        var target = $"{_identity.Address}/local/settings";
        using var content = new StringContent("""{"region":"eu-west-1"}""");
        using var response = await _http.PostAsync(target, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("eu-west-1", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([$"POST {target} "], await LogAsync());
    }

    [Fact]
    public async Task A_tunnel_forwards_all_bytes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var host = new Uri(_identity.Address).Authority;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_identity.ProxyAddress).Port, cancellation);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n"), cancellation);
        Assert.Equal("HTTP/1.1 200 Connection established", await reader.ReadLineAsync(cancellation));
        Assert.Equal("", await reader.ReadLineAsync(cancellation));

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /weather HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"), cancellation);
        Assert.Equal("HTTP/1.1 404 Not Found", await reader.ReadLineAsync(cancellation));
        Assert.EndsWith("Not Found", await reader.ReadToEndAsync(cancellation), StringComparison.Ordinal);
        Assert.Equal([$"CONNECT {host} "], await LogAsync());
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("169.254.170.23")]
    public async Task A_metadata_address_leads_to_the_service(string address)
    {
        using var response = await _http.GetAsync($"http://{address}/latest/meta-data/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("/latest/meta-data/", Assert.Single(await _identity.LogAsync()).GetProperty("action").GetString());
    }

    [Fact]
    public async Task Another_computer_is_not_reached()
    {
        using var plain = await _http.GetAsync("http://bedrock.example.com/a", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadGateway, plain.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => _http.GetAsync("https://bedrock.example.com/", TestContext.Current.CancellationToken));
        Assert.Equal(
            ["GET http://bedrock.example.com/a 502", "CONNECT bedrock.example.com:443 502"], await LogAsync());
    }

    private async Task<string[]> LogAsync() =>
    [
        .. (await _identity.AdminAsync("GET", "proxied")).EnumerateArray()
            .Select(e => $"{e.GetProperty("method")} {e.GetProperty("target")} {e.GetProperty("status")}"),
    ];
}
