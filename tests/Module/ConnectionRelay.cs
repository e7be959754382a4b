using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// Relays connections to a service, except the first ones, on which it causes a fault before TLS or HTTP begins.
/// </summary>
public sealed class ConnectionRelay : IDisposable
{
    private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 0);
    private readonly List<IDisposable> _open = new List<IDisposable>();
    private readonly string _fault;
    private readonly int _faultPort;
    private int _faultCount;
    private readonly int _port;
    private int _count;

    /// <param name="port">The port of the service.</param>
    /// <param name="fault">The fault: closed, reset, silent, garbage, or relayed to <paramref name="faultPort"/>.</param>
    /// <param name="faultPort">The port that connections with a fault are relayed to; 0 for none.</param>
    /// <param name="faultCount">The number of connections with the fault.</param>
    public ConnectionRelay(int port, string fault, int faultPort, int faultCount)
    {
        _port = port;
        _fault = fault;
        _faultPort = faultPort;
        _faultCount = faultCount;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port that the relay listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of connections so far.</summary>
    public int Count => _count;

    /// <summary>Relays all further connections to the service.</summary>
    public void Mend() => _faultCount = 0;

    public void Dispose()
    {
        _listener.Stop();
        lock (_open)
        {
            _open.ForEach(connection => connection.Dispose());
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                lock (_open)
                {
                    _open.Add(client);
                }

                _ = ServeAsync(client, Interlocked.Increment(ref _count));
            }
        }
        catch (Exception end) when (end is SocketException || end is ObjectDisposedException || end is InvalidOperationException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        try
        {
            var isStruck = number <= _faultCount;
            if (!isStruck || _fault == "relayed")
            {
                await RelayAsync(client, isStruck ? _faultPort : _port);
            }
            else if (_fault == "garbage")
            {
                var garbage = Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.9\r\n");
                await client.GetStream().WriteAsync(garbage, 0, garbage.Length);
            }
            else if (_fault == "reset")
            {
                client.LingerState = new LingerOption(true, 0);
                client.Dispose();
            }
            else if (_fault == "closed")
            {
                client.Dispose();
            }
        }
        catch (Exception end) when (end is IOException || end is SocketException || end is ObjectDisposedException)
        {
            // One of the two ends closed the connection.
        }
    }

    private async Task RelayAsync(TcpClient client, int port)
    {
        using (client)
        using (var service = new TcpClient())
        {
            await service.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(service.GetStream()), service.GetStream().CopyToAsync(client.GetStream()));
        }
    }
}
