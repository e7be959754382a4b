using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BedrockJobs.Aws.Tests.Loopback;

/// <summary>A server on the loopback interface that records each request and returns scripted bytes.</summary>
/// <remarks>
/// It uses raw TCP, because the tests need malformed responses and resets that no HTTP server sends.
/// </remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly Func<ReceivedRequest, Reply> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _connections;

    public LoopbackServer(Func<ReceivedRequest, Reply> answer, bool useTls = false)
    {
        _answer = answer;
        _certificate = useTls ? SelfSigned() : null;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public LoopbackServer(Reply reply, bool useTls = false) : this(_ => reply, useTls)
    {
    }

    public string Url =>
        $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public int Connections => _connections;

    public ReceivedRequest OnlyRequest => _requests.Single();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
        _certificate?.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));
        // Windows supports TLS only with a certificate whose key was in a file.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _connections++;
                connections.Add(ServeAsync(socket));
            }
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
                await using var stream = await OpenAsync(new NetworkStream(socket, ownsSocket: false));
                if (await ReadAsync(stream) is not { } request)
                {
                    return;
                }

                _requests.Enqueue(request);
                var reply = _answer(request);
                await stream.WriteAsync(reply.Bytes, _stop.Token);
                if (reply.End == Reply.Ending.KeepSilent)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                if (reply.End == Reply.Ending.Reset)
                {
                    // The client must receive the bytes before the reset discards them.
                    await Task.Delay(100, _stop.Token);
                    socket.LingerState = new LingerOption(true, 0);
                }
            }
            catch (Exception exception)
                when (exception is OperationCanceledException or IOException or AuthenticationException)
            {
                // The test has ended, or the client disconnected, as some tests require.
            }
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return tls;
    }

    private async Task<ReceivedRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

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
