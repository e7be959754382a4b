using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// Signs the path that is sent. The AWS SDK assumes that the path of an endpoint isn't encoded, and adds a slash to a
/// path that ends with one, so its signature would be for another path. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request.
/// </summary>
internal sealed class SentPathSigner : Signer
{
    /// <inheritdoc/>
    public override void InvokeSync(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        var request = executionContext.RequestContext.Request;
        var original = new RequestPath(request);
        ShowSentPath(request);
        try
        {
            PreInvoke(executionContext);
        }
        finally
        {
            original.Restore(request);
        }

        InnerHandler.InvokeSync(executionContext);
    }

    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        var request = executionContext.RequestContext.Request;
        var original = new RequestPath(request);
        ShowSentPath(request);
        try
        {
            await PreInvokeAsync(executionContext).ConfigureAwait(false);
        }
        finally
        {
            original.Restore(request);
        }

        return await InnerHandler.InvokeAsync<T>(executionContext).ConfigureAwait(false);
    }

    // Passes each part of the sent path as a value, which the SDK encodes once, as AWS does. Empty parts are ignored.
    private static void ShowSentPath(IRequest request)
    {
        var sent = AmazonServiceClient.ComposeUrl(request).AbsolutePath;
        var parts = sent.Split('/', StringSplitOptions.RemoveEmptyEntries);
        request.PathResources.Clear();
        for (var i = 0; i < parts.Length; i++)
        {
            request.PathResources[Label(i)] = parts[i];
        }

        request.Endpoint = new HostOfEndpoint(request.Endpoint);
        request.ResourcePath = "/" + string.Join('/', Enumerable.Range(0, parts.Length).Select(Label))
            + (parts.Length > 0 && sent.EndsWith('/') ? "/" : string.Empty);
        request.UseDoubleEncoding = false;
    }

    private static string Label(int part) => string.Create(CultureInfo.InvariantCulture, $"{{{part}}}");

    private sealed class RequestPath
    {
        private readonly Uri _endpoint;
        private readonly string _resourcePath;
        private readonly KeyValuePair<string, string>[] _pathResources;
        private readonly bool _useDoubleEncoding;

        public RequestPath(IRequest request)
        {
            _endpoint = request.Endpoint;
            _resourcePath = request.ResourcePath;
            _pathResources = [.. request.PathResources];
            _useDoubleEncoding = request.UseDoubleEncoding;
        }

        public void Restore(IRequest request)
        {
            request.Endpoint = _endpoint;
            request.ResourcePath = _resourcePath;
            request.UseDoubleEncoding = _useDoubleEncoding;
            request.PathResources.Clear();
            foreach (var (label, value) in _pathResources)
            {
                request.PathResources[label] = value;
            }
        }
    }

    /// <summary>An endpoint without its path.</summary>
    private sealed class HostOfEndpoint : Uri
    {
        private readonly string _endpoint;

        public HostOfEndpoint(Uri endpoint)
            : base(endpoint.GetLeftPart(UriPartial.Authority))
        {
            _endpoint = endpoint.ToString();
        }

        // The SDK uses this text to look up the clock difference of the endpoint.
        public override string ToString() => _endpoint;
    }
}
