using System.Net.Sockets;

namespace LocalIdentity.Proxy;

/// <summary>
/// An HTTP proxy that reaches only this computer. It forwards requests for the addresses of instance and container
/// metadata, which no test can listen on, to this service.
/// </summary>
internal sealed class ForwardProxy : IDisposable
{
    private static readonly string[] MetadataHosts = ["169.254.169.254", "169.254.170.2", "169.254.170.23"];

    private readonly TcpListener _listener;
    private readonly Uri _service;
    private readonly SettingsStore _settings;
    private readonly Log<ProxyEntry> _log;
    private readonly TimeProvider _realTime;
    private readonly CancellationTokenSource _end = new();

    private ForwardProxy(TcpListener listener, Uri service, SettingsStore settings, Log<ProxyEntry> log, TimeProvider realTime)
    {
        _listener = listener;
        _service = service;
        _settings = settings;
        _log = log;
        _realTime = realTime;
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    public static ForwardProxy Start(Uri service, SettingsStore settings, Log<ProxyEntry> log, TimeProvider realTime)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var proxy = new ForwardProxy(listener, service, settings, log, realTime);
        _ = proxy.AcceptAsync();
        return proxy;
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var end = _end.Token;
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(end), end);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server has stopped.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken end)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ProxyRequest.ReadAsync(stream, end) is { } request)
                {
                    await ServeAsync(stream, request, end);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One of the two ends closed the connection.
            }
        }
    }

    private async Task ServeAsync(NetworkStream client, ProxyRequest request, CancellationToken end)
    {
        var entry = new ProxyEntry(
            _realTime.GetUtcNow().UtcDateTime, request.Method, request.Target, request.Header("User-Agent"), null);
        var number = _log.Add(_ => entry);

        if (_settings.Current.ProxyAuthorization is { } needed && request.Header("Proxy-Authorization") != needed)
        {
            await RefuseAsync("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
            return;
        }

        var tunnel = request.Method == "CONNECT";
        if (!Uri.TryCreate(tunnel ? $"http://{request.Target}" : request.Target, UriKind.Absolute, out var target)
            || target.Scheme != Uri.UriSchemeHttp)
        {
            await RefuseAsync("400 Bad Request");
            return;
        }

        var way = MetadataHosts.Contains(target.Host) ? _service : target.IsLoopback ? target : null;
        using var origin = new TcpClient();
        if (way is null || !await TryConnectAsync(origin, way, end))
        {
            await RefuseAsync("502 Bad Gateway");
            return;
        }

        var far = origin.GetStream();
        await (tunnel
            ? client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), end)
            : far.WriteAsync(request.ForOrigin(target), end));
        if (tunnel)
        {
            await far.WriteAsync(request.Rest, end);
        }

        // If the origin has closed its connection, returning closes both connections.
        _ = PumpAsync(client, far, origin.Client, end);
        await far.CopyToAsync(client, end);

        async Task RefuseAsync(string status, string headers = "")
        {
            _log.Update(number, entry with { Status = int.Parse(status[..3], CultureInfo.InvariantCulture) });
            await client.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n"), end);
        }
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Socket destination, CancellationToken end)
    {
        try
        {
            await from.CopyToAsync(to, end);
            destination.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other direction detects this itself.
        }
    }

    private static async Task<bool> TryConnectAsync(TcpClient origin, Uri way, CancellationToken end)
    {
        try
        {
            await origin.ConnectAsync(way.Host, way.Port, end);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
