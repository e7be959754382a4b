using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// The connections of all clients that have the same trust anchors and proxies. They outlive the commands, so that the next
/// one finds them open.
/// </summary>
internal sealed class Transport
{
    // A session has one of these, or a few.
    private static readonly List<Transport> Transports = [];

    private readonly List<SocketsHttpHandler> _connections = [];
    private readonly CaBundle? _caBundle;
    private readonly ProxyVariables _proxies;
    private readonly X509Certificate2Collection? _trustAnchors;
    private readonly IWebProxy? _proxy;

    private Transport(CaBundle? caBundle, ProxyVariables proxies)
    {
        _caBundle = caBundle;
        _proxies = proxies;
        _trustAnchors = caBundle?.Load();
        _proxy = proxies.ToProxy();
    }

    /// <summary>The one for these settings.</summary>
    /// <param name="caBundle">The file that holds the trust anchors; null for those of the system.</param>
    /// <param name="proxies">The proxies.</param>
    /// <exception cref="BedrockRequestException">The file can't be read, or a variable names no proxy.</exception>
    public static Transport For(CaBundle? caBundle, ProxyVariables proxies)
    {
        // The targets of a command are connected at the same time. A failure is not kept.
        lock (Transports)
        {
            var transport = Transports.Find(known => known._caBundle == caBundle && known._proxies == proxies);
            if (transport is null)
            {
                transport = new Transport(caBundle, proxies);
                Transports.Add(transport);
            }

            return transport;
        }
    }

    /// <summary>A client on these connections; who disposes of it leaves them open.</summary>
    /// <param name="connectTimeout">How long a connection may take.</param>
    /// <param name="timeout">How long a request may take up to the reply's headers.</param>
    public HttpClient CreateClient(TimeSpan connectTimeout, TimeSpan timeout) => new(
        new ServiceHandler(ConnectionsWithin(connectTimeout), _caBundle), disposeHandler: false)
    {
        Timeout = timeout,
    };

    private SocketsHttpHandler ConnectionsWithin(TimeSpan connectTimeout)
    {
        lock (_connections)
        {
            var connections = _connections.Find(known => known.ConnectTimeout == connectTimeout);
            if (connections is null)
            {
                connections = CreateConnections(connectTimeout);
                _connections.Add(connections);
            }

            return connections;
        }
    }

    private SocketsHttpHandler CreateConnections(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectTimeout,
        Proxy = _proxy,
        UseCookies = false,
        UseProxy = _proxy is not null,
        SslOptions = _trustAnchors is null ? new SslClientAuthenticationOptions() : new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = TrustOnly(_trustAnchors),
        },
    };

    // Names are checked all the same.
    private static X509ChainPolicy TrustOnly(X509Certificate2Collection anchors)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(anchors);

        // A host may leave out what stands between it and the anchor.
        policy.ExtraStore.AddRange(anchors);
        return policy;
    }
}
