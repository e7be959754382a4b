using System.Net.Sockets;

namespace BedrockJobs.Aws.Tests.Http;

public sealed class TransportTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private string _reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private int _connections;

    public TransportTests()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    private Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    [Fact]
    public async Task A_connection_outlives_the_client_and_serves_the_next_one_with_the_same_settings()
    {
        for (var command = 0; command < 3; command++)
        {
            using var client = CreateClient();
            using var reply = await client.GetAsync(Address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }

        Assert.Equal(1, _connections);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\n")]
    [InlineData("a\u0001")]
    [InlineData("\u00E4")]
    public async Task A_header_with_a_line_break_is_rejected_before_any_connection_without_quoting_it(string end)
    {
        using var client = CreateClient();

        var refused = await Assert.ThrowsAsync<BedrockRequestException>(
            () => client.SendAsync(Request(), TestContext.Current.CancellationToken));

        Assert.Equal(BedrockErrorId.ValidationFailed, refused.ErrorId);
        Assert.Contains("the header x-amz-security-token contains a ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, _connections);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Address);
            request.Headers.TryAddWithoutValidation("x-amz-security-token", "secret" + end);
            return request;
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(308)]
    [InlineData(399)]
    public async Task A_redirect_is_rejected(int status)
    {
        _reply = $"HTTP/1.1 {status} Elsewhere\r\nLocation: {Address}elsewhere\r\nContent-Length: 0\r\n\r\n";
        using var client = CreateClient();

        var refused = await Assert.ThrowsAsync<RedirectException>(
            () => client.GetAsync(Address, TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode)status, refused.StatusCode);
        Assert.Contains($" {Address}elsewhere", refused.Message, StringComparison.Ordinal);
    }

    // A synchronous request would pass the checks.
    [Fact]
    public void A_synchronous_request_is_not_sent()
    {
        using var client = CreateClient();

        Assert.Throws<NotSupportedException>(
            () => client.Send(new HttpRequestMessage(HttpMethod.Get, Address), TestContext.Current.CancellationToken));

        Assert.Equal(0, _connections);
    }

    [Fact]
    public async Task A_request_ends_when_the_command_ends()
    {
        _reply = string.Empty;
        using var ended = new CancellationTokenSource();
        using var client = CreateClient(ended);
        var request = client.GetAsync(Address, TestContext.Current.CancellationToken);
        while (Volatile.Read(ref _connections) == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task A_request_ends_when_its_token_is_canceled()
    {
        _reply = string.Empty;
        using var client = CreateClient();
        using var stopped = new CancellationTokenSource();

        var request = client.GetAsync(Address, stopped.Token);
        while (Volatile.Read(ref _connections) == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    private static HttpClient CreateClient(CancellationTokenSource? command = null)
    {
        var context = TestService.Context(command?.Token ?? CancellationToken.None);
        return context.Transport.CreateClient(Limit, Limit, ReplyReader.LongestShortReply, () => context);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
                Interlocked.Increment(ref _connections);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    // A request without a body ends with an empty line.
    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    if (line.Length == 0)
                    {
                        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(_reply), _end.Token);
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client disconnected.
            }
        }
    }
}
