using System.Security.Authentication;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// Handles every request of every client between the AWS SDK and the socket, and checks what must be true for all
/// requests and responses.
/// </summary>
/// <remarks>
/// The SDK gets a response only when it's complete. So the time limit of an attempt includes the body, and a connection
/// that closes or stalls within the body is retried like one that closes before it.
/// </remarks>
internal sealed class ServiceHandler : DelegatingHandler
{
    private readonly CaBundle? _caBundle;
    private readonly ReplyReader _reader;

    /// <param name="connections">The shared handler that sends the requests. It outlives this object.</param>
    /// <param name="caBundle">The source of the trust anchors; null for those of the system.</param>
    /// <param name="longestSuccess">The maximum number of bytes in a success response.</param>
    public ServiceHandler(HttpMessageHandler connections, CaBundle? caBundle, int longestSuccess)
        : base(connections)
    {
        _caBundle = caBundle;
        _reader = new ReplyReader(longestSuccess);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequireSendable(request);
        IdentityContext.Current?.Secrets.Note(request);

        // The credential providers of the SDK don't pass a cancellation token, so they would continue after the
        // command.
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Ended);
        try
        {
            var reply = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            try
            {
                RequireNoRedirect(request, reply);
                await _reader.BufferAsync(reply, linked.Token).ConfigureAwait(false);
                return reply;
            }
            catch
            {
                reply.Dispose();
                throw;
            }
        }
        catch (HttpRequestException failure) when (failure.InnerException is AuthenticationException tls)
        {
            throw new CertificateException(CertificateAdvice.For(tls.Message, _caBundle), failure);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The credential providers of the SDK use this method too.</remarks>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequireSendable(request);
        IdentityContext.Current?.Secrets.Note(request);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Ended);
        try
        {
            var reply = base.Send(request, linked.Token);
            try
            {
                RequireNoRedirect(request, reply);
                _reader.Buffer(reply, linked.Token);
                return reply;
            }
            catch
            {
                reply.Dispose();
                throw;
            }
        }
        catch (HttpRequestException failure) when (failure.InnerException is AuthenticationException tls)
        {
            throw new CertificateException(CertificateAdvice.For(tls.Message, _caBundle), failure);
        }
    }

    // .NET sends a line break in a header as it is. User input is validated where it's entered, with its name. This
    // check covers the rest, such as values from an earlier response.
    private static void RequireSendable(HttpRequestMessage request)
    {
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            foreach (var value in values)
            {
                if (KeyRules.FaultOfHeader(string.Format(CultureInfo.CurrentCulture, SR.HeaderName, name), value) is { } fault)
                {
                    throw new BedrockRequestException(BedrockErrorId.ValidationFailed, request.RequestUri!.Host, fault);
                }
            }
        }
    }

    private static CancellationToken Ended => IdentityContext.Current?.Ended ?? CancellationToken.None;

    private static void RequireNoRedirect(HttpRequestMessage request, HttpResponseMessage reply)
    {
        if ((int)reply.StatusCode is >= 300 and < 400)
        {
            throw new RedirectException(
                reply.StatusCode, request.RequestUri!, ReplyHeader.Value(reply, "Location"), ReplyReader.RequestId(reply));
        }
    }
}
