using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Sdk.Tests;

/// <summary>A server on the loopback interface that records each request and answers it with scripted bytes.</summary>
/// <remarks>It speaks raw TCP, since the tests need malformed replies and resets that no HTTP server would send.</remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly Func<ReceivedRequest, Reply> _answer;
    private readonly Task _accepting;

    public LoopbackServer(Func<ReceivedRequest, Reply> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public LoopbackServer(Reply reply) : this(_ => reply)
    {
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public ReceivedRequest OnlyRequest => _requests.Single();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                if (await ReadAsync(stream) is not { } request)
                    return;
                _requests.Enqueue(request);
                var reply = _answer(request);
                await stream.WriteAsync(reply.Bytes, _stop.Token);
                if (reply.End == Reply.Ending.KeepSilent)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                if (reply.End == Reply.Ending.Reset)
                {
                    // The client must have what was sent before the reset throws it away.
                    await Task.Delay(100, _stop.Token);
                    socket.LingerState = new LingerOption(true, 0);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The test is over, or the client has hung up, as some of the tests want it to.
            }
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, null) : 0];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new ReceivedRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }
}
