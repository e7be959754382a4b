using System.Net.Sockets;

namespace BedrockJobs.Aws.Tests.Http;

/// <summary>The limits for the time of an attempt and the length of a response apply to the whole response.</summary>
public sealed class WholeReplyTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private static readonly Reply Page = Reply.Json(ReplyCase.PageOf(ReplyCase.Summary));

    private static readonly Dictionary<string, Reply> Interruptions = new()
    {
        ["stalls after its headers"] = Reply.Cut(string.Empty, 5000, Reply.Ending.KeepSilent),
        ["stalls in its body"] = Reply.Cut("{\"modelCustomizationJobSummaries\":[", 5000, Reply.Ending.KeepSilent),
        ["promises more than it has, and stays"] = Reply.Cut(ReplyCase.PageOf(), 5000, Reply.Ending.KeepSilent),
        ["promises more than it has, and closes"] = Reply.Cut(ReplyCase.PageOf(), 5000, Reply.Ending.Close),
        ["is reset in its body"] = Reply.Cut("{\"modelCustomizationJobSummaries\":[", 5000, Reply.Ending.Reset),
        ["breaks off in a chunk"] = Chunked("{\"modelCustomizationJobSummaries\":[", promised: 99),
        ["lacks the last chunk"] = Chunked(ReplyCase.PageOf(), ReplyCase.PageOf().Length),
        ["is a request timeout"] = Reply.Json("{}", 408),
    };

    public static TheoryData<string> InterruptionNames { get; } = [.. Interruptions.Keys];

    [Theory]
    [MemberData(nameof(InterruptionNames))]
    public async Task A_response_that_is_interrupted_once_is_requested_again(string interruption)
    {
        var asked = 0;
        await using var server = new LoopbackServer(_ => asked++ == 0 ? Interruptions[interruption] : Page);
        using var service = TestService.At(server.Url, attempts: 2, attemptTimeout: Short);

        Assert.Single((await ReplyCase.List(service)).Jobs);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_response_that_always_stalls_is_a_timeout_after_all_attempts()
    {
        await using var server = new LoopbackServer(Reply.Cut("{", 5000, Reply.Ending.KeepSilent));
        using var service = TestService.At(server.Url, attempts: 2, attemptTimeout: Short);

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => ReplyCase.List(service));

        Assert.Equal(BedrockErrorId.RequestTimedOut, failure.ErrorId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_response_that_always_breaks_off_is_a_failed_connection()
    {
        await using var server = new LoopbackServer(Reply.Cut("{", 5000, Reply.Ending.Close));
        using var service = TestService.At(server.Url, attempts: 2);

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => ReplyCase.List(service));

        Assert.Equal(BedrockErrorId.ConnectionFailed, failure.ErrorId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancelling_while_the_body_stalls_ends_the_request_at_once()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new LoopbackServer(_ =>
        {
            stop.CancelAfter(Short);
            return Reply.Cut("{", 5000, Reply.Ending.KeepSilent);
        });
        using var service = TestService.At(server.Url, attempts: 2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => service.ListJobsAsync(new() { PageSize = 1 }, stop.Token));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200, null, 64)]
    [InlineData(200, 1L << 40, 64)]
    [InlineData(500, null, 1)]
    [InlineData(500, 50L * 1024 * 1024, 1)]
    public async Task A_body_that_is_too_long_is_not_read_to_the_end_and_not_requested_again(int status, long? promised, int megabytes)
    {
        using var server = new EndlessServer(status, promised);
        using var service = TestService.At(server.Address, attempts: 3);

        var failure = await Assert.ThrowsAsync<BedrockRequestException>(() => ReplyCase.List(service));

        Assert.Equal((BedrockErrorId.MalformedResponse, status), (failure.ErrorId, failure.StatusCode));
        Assert.Contains($"{megabytes} MB", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);

        // In addition to what was read, the buffers of the sockets are full.
        Assert.InRange(await server.Sent, 0, (megabytes + 32L) * 1024 * 1024);
    }

    [Fact]
    public async Task A_body_of_the_maximum_length_is_read_and_a_longer_one_is_not()
    {
        const int Limit = 100_000;
        foreach (var isChunked in new[] { true, false })
        {
            Assert.Equal(Limit, await LengthAsync(Limit, isChunked));
            await Assert.ThrowsAsync<LongReplyException>(() => LengthAsync(Limit + 1, isChunked));
        }

        static async Task<int> LengthAsync(int length, bool isChunked)
        {
            using var reply = new HttpResponseMessage(HttpStatusCode.OK);
            reply.Content = isChunked ? new StreamContent(new Drip(length)) : new ByteArrayContent(new byte[length]);
            await new ReplyReader(Limit).BufferAsync(reply, CancellationToken.None);
            return (await reply.Content.ReadAsByteArrayAsync(CancellationToken.None)).Length;
        }
    }

    private static Reply Chunked(string body, int promised) => new(Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{promised:x}\r\n{body}\r\n"));

    /// <summary>A stream of unknown length that returns few bytes at a time.</summary>
    private sealed class Drip(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 777)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));
    }

    /// <summary>Sends white space until the client disconnects.</summary>
    private sealed class EndlessServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly TaskCompletionSource<long> _sent = new();
        private readonly string _head;
        private int _connections;

        public EndlessServer(int status, long? promised)
        {
            var framing = promised is { } length
                ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}")
                : "Connection: close";
            _head = $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\n{framing}\r\n\r\n";
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address => $"http://{_listener.LocalEndpoint}";

        public int Connections => _connections;

        /// <summary>The number of bytes sent over the first connection.</summary>
        public Task<long> Sent => _sent.Task;

        public void Dispose()
        {
            _stop.Cancel();
            _listener.Dispose();
            _stop.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                    _connections++;
                    _sent.TrySetResult(await SendAsync(client.GetStream()));
                }
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The test has ended.
            }
        }

        private async Task<long> SendAsync(NetworkStream stream)
        {
            var spaces = new byte[64 * 1024];
            Array.Fill(spaces, (byte)' ');
            var sent = 0L;
            try
            {
                _ = await stream.ReadAsync(new byte[16 * 1024], _stop.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(_head), _stop.Token);
                while (true)
                {
                    await stream.WriteAsync(spaces, _stop.Token);
                    sent += spaces.Length;
                }
            }
            catch (IOException)
            {
                return sent;
            }
        }
    }
}
