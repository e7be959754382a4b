using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// The connections of all clients with the same trust anchors and proxies. They outlive the commands, so that the next
/// command can use open connections.
/// </summary>
internal sealed class Transport
{
    // A session has only one or a few of these.
    private static readonly List<Transport> Transports = [];

    private readonly List<SocketsHttpHandler> _connections = [];
    private readonly CaBundle? _caBundle;
    private readonly ProxyVariables _proxies;
    private readonly Task<X509ChainPolicy>? _trust;
    private readonly IWebProxy? _proxy;

    private Transport(CaBundle? caBundle, ProxyVariables proxies)
    {
        _caBundle = caBundle;
        _proxies = proxies;
        _proxy = proxies.ToProxy();

        // Runs in parallel to the rest of the first request, which might not need it at all.
        _trust = caBundle?.Read() is { } text ? Task.Run(() => TrustOnly(caBundle.Parse(text))) : null;
    }

    /// <summary>Returns the instance for these settings.</summary>
    public static Transport For(CaBundle? caBundle, ProxyVariables proxies)
    {
        // The places of a command connect concurrently. A failure isn't cached.
        lock (Transports)
        {
            var transport = Transports.Find(known =>
                known._caBundle == caBundle && known._proxies == proxies && known._trust is not { IsFaulted: true });
            if (transport is null)
            {
                transport = new Transport(caBundle, proxies);
                Transports.Add(transport);
            }

            return transport;
        }
    }

    /// <summary>The names and passwords that the environment's proxies are asked with.</summary>
    public IEnumerable<NetworkCredential> ProxyPasswords => (_proxy as EnvironmentProxy)?.Passwords ?? [];

    /// <summary>The direct connections with the same trust anchors.</summary>
    public Transport WithoutProxy() => For(_caBundle, ProxyVariables.None);

    /// <summary>Creates a client for these connections. Disposing it leaves them open.</summary>
    /// <param name="timeout">The time limit for a request including the response body.</param>
    public HttpClient CreateClient(TimeSpan connectTimeout, TimeSpan timeout, int longestSuccess, Func<ConnectionContext> context) => new(
        new ServiceHandler(ConnectionsWithin(connectTimeout), _caBundle, longestSuccess, context), disposeHandler: false)
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

    // The SDK creates its HTTP clients synchronously, so this waits until the certificates are read.
    private SocketsHttpHandler CreateConnections(TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectTimeout,
        Proxy = _proxy,
        UseCookies = false,
        UseProxy = _proxy is not null,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = _trust?.GetAwaiter().GetResult() },
    };

    // Host names are still checked.
    private static X509ChainPolicy TrustOnly(X509Certificate2Collection anchors)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(anchors);

        // A host might not send the intermediate certificates.
        policy.ExtraStore.AddRange(anchors);
        return policy;
    }
}

/// <summary>Makes a client of the AWS SDK use the connections of this module.</summary>
internal sealed class TransportClientFactory(Func<ConnectionContext> context, int longestSuccess) : HttpClientFactory
{
    /// <remarks>The SDK keeps it as long as its own client.</remarks>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        ArgumentNullException.ThrowIfNull(clientConfig);
        return context().Transport.CreateClient(
            clientConfig.ConnectTimeout ?? Timeout.InfiniteTimeSpan,
            clientConfig.Timeout ?? Timeout.InfiniteTimeSpan,
            longestSuccess,
            context);
    }
}
