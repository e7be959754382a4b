using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Bedrock;

namespace BedrockJobs.Sdk.Tests;

/// <summary>
/// Failures below HTTP: the exceptions that a caller of the client must distinguish, and the number of
/// attempts.
/// </summary>
public sealed class ConnectionFailureTests
{
    // Long enough to send a request on a busy computer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_refused_connection_is_an_HTTP_request_exception()
    {
        string url;
        await using (var gone = new LoopbackServer(Reply.Silence))
        {
            url = gone.Url;
        }

        using var client = new AmazonBedrockClient("key", "secret", new AmazonBedrockConfig { ServiceURL = url });

        var error = await Assert.ThrowsAsync<HttpRequestException>(client.ListAsync);

        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
        AssertSocketError(SocketError.ConnectionRefused, error.InnerException);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_an_HTTP_request_exception()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"), useTls: true);
        using var client = TestClient.Of(server, config => config.MaxErrorRetry = 2);

        var error = await Assert.ThrowsAsync<HttpRequestException>(client.ListAsync);

        Assert.Equal(HttpRequestError.SecureConnectionError, error.HttpRequestError);
        Assert.IsType<AuthenticationException>(error.InnerException);
        Assert.Equal(3, server.Connections);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_HTTP_is_an_HTTP_request_exception()
    {
        await using var server = new LoopbackServer(new Reply("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray()));
        using var client = TestClient.Of(server, config => config.MaxErrorRetry = 2);

        var error = await Assert.ThrowsAsync<HttpRequestException>(client.ListAsync);

        Assert.Equal(HttpRequestError.InvalidResponse, error.HttpRequestError);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_client_timeout_is_a_timeout_exception_and_not_a_cancellation()
    {
        await using var server = new LoopbackServer(Reply.Silence);
        using var client = TestClient.Of(server, config =>
        {
            config.Timeout = Patience;
            config.MaxErrorRetry = 2;
        });

        await Assert.ThrowsAsync<TimeoutException>(client.ListAsync);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_connect_timeout_is_a_timeout_exception()
    {
        // A handshake that never ends is part of connecting.
        await using var server = new LoopbackServer(Reply.Silence);
        using var client = TestClient.Of(server, config =>
        {
            config.ServiceURL = server.Url.Replace("http:", "https:", StringComparison.Ordinal);
            config.ConnectTimeout = Patience;
            config.MaxErrorRetry = 2;
        });

        var error = await Assert.ThrowsAsync<TimeoutException>(client.ListAsync);

        Assert.Contains("ConnectTimeout", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task Cancellation_while_waiting_for_an_answer_is_a_task_canceled_exception()
    {
        var requests = await CancelAfterRequestAsync(TimeSpan.Zero, Reply.Silence, config => config.MaxErrorRetry = 2);

        Assert.Equal(1, requests);
    }

    // ClientConfig.Timeout covers only the headers, so only a token limits the time of a body.
    [Fact]
    public async Task Cancellation_while_the_body_stalls_is_a_task_canceled_exception_because_no_timeout_applies()
    {
        var stalled = Reply.Cut("{\"nextToken\":", 5000, Reply.Ending.KeepSilent);

        var requests = await CancelAfterRequestAsync(Patience * 1.5, stalled, config => config.Timeout = Patience);

        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Cancellation_between_two_attempts_is_a_task_canceled_exception()
    {
        await CancelAfterRequestAsync(TimeSpan.Zero, Reply.Json("{}", 429), config => config.MaxErrorRetry = 100);
    }

    [Fact]
    public async Task Nothing_is_sent_if_the_token_is_already_canceled()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = TestClient.Of(server);

        await Assert.ThrowsAsync<TaskCanceledException>(
            () => client.ListModelCustomizationJobsAsync(new(), new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_closes_before_the_answer_is_an_IO_exception()
    {
        await using var server = new LoopbackServer(new Reply([]));
        using var client = TestClient.Of(server);

        var error = await Assert.ThrowsAsync<HttpIOException>(client.ListAsync);

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }

    [Fact]
    public async Task A_connection_that_is_reset_before_the_answer_is_an_IO_exception()
    {
        await using var server = new LoopbackServer(new Reply([], Reply.Ending.Reset));
        using var client = TestClient.Of(server);

        var error = await Assert.ThrowsAsync<IOException>(client.ListAsync);

        AssertSocketError(SocketError.ConnectionReset, error.InnerException);
    }

    [Theory]
    [InlineData("{\"modelCustomizationJobSummaries\":[", false)]
    [InlineData("{\"modelCustomizationJobSummaries\":[", true)]
    [InlineData("{}", false)]
    public async Task A_truncated_body_is_an_unmarshalling_exception_with_an_IO_exception(
        string body, bool isReset)
    {
        await using var server = new LoopbackServer(
            Reply.Cut(body, 5000, isReset ? Reply.Ending.Reset : Reply.Ending.Close));
        using var client = TestClient.Of(server);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(client.ListAsync);

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    // Core assumes that a broken connection was stale in the pool, and tries ten more times without a
    // pause, in addition to the configured retries. MaxStaleConnectionRetries limits this.
    [Theory]
    [InlineData(null, 13)]
    [InlineData(1, 4)]
    [InlineData(0, 3)]
    public async Task A_truncated_body_is_requested_again_and_again(int? staleRetries, int requests)
    {
        await using var server = new LoopbackServer(Reply.Cut("{", 5000, Reply.Ending.Close));
        using var client = new AmazonBedrockClient("key", "secret", Config(server, staleRetries));

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(client.ListAsync);

        Assert.Equal(requests, server.Requests.Count);

        static AmazonBedrockConfig Config(LoopbackServer server, int? staleRetries)
        {
            var config = new AmazonBedrockConfig { ServiceURL = server.Url };
            if (staleRetries is { } bound)
            {
                config.MaxStaleConnectionRetries = bound;
            }

            return config;
        }
    }

    private static void AssertSocketError(SocketError expected, Exception? error) =>
        Assert.Equal(expected, Assert.IsAssignableFrom<SocketException>(error).SocketErrorCode);

    /// <summary>Cancels a listing some time after its first request arrives, and counts the requests.</summary>
    private static async Task<int> CancelAfterRequestAsync(
        TimeSpan delay, Reply reply, Action<AmazonBedrockConfig> configure)
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new LoopbackServer(_ =>
        {
            cancellation.CancelAfter(delay);
            return reply;
        });
        using var client = TestClient.Of(server, configure);

        await Assert.ThrowsAsync<TaskCanceledException>(
            () => client.ListModelCustomizationJobsAsync(new(), cancellation.Token));
        return server.Requests.Count;
    }
}
