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
/// <param name="connections">The shared handler that sends the requests. It outlives this object.</param>
internal sealed class ServiceHandler(
    HttpMessageHandler connections, CaBundle? caBundle, int longestSuccess, Func<ConnectionContext> context) : DelegatingHandler(connections)
{
    private readonly ReplyReader _reader = new(longestSuccess);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        UserAgentText.Clean(request.Headers);
        RequireSendable(request);
        var current = context();
        current.Secrets.Note(request);

        // No request outlives its command, whatever token its caller passes.
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, current.Ended);
        try
        {
            var reply = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            try
            {
                RequireNoRedirect(request, reply, current.Secrets);
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
            throw new CertificateException(CertificateAdvice.For(tls.Message, caBundle), failure);
        }
    }

    /// <remarks>Nothing here needs it, and it would send a request past the checks.</remarks>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    // .NET sends a line break in a header as it is. User input is validated where it's entered, with its name. This
    // check covers the rest, such as values from an earlier response.
    private static void RequireSendable(HttpRequestMessage request)
    {
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            foreach (var value in values)
            {
                if (KeyRules.FaultOfHeader(SR.HeaderName.With(name), value) is { } fault)
                {
                    throw new BedrockRequestException(BedrockErrorId.ValidationFailed, request.RequestUri!.Host, fault);
                }
            }
        }
    }

    // The secrets are removed before the address is shortened, since a part of a secret is one too.
    private static void RequireNoRedirect(HttpRequestMessage request, HttpResponseMessage reply, SentSecrets secrets)
    {
        if ((int)reply.StatusCode is >= 300 and < 400)
        {
            var location = secrets.Hide(ReplyReader.Header(reply, "Location"));
            throw new RedirectException(reply.StatusCode, request.RequestUri!, location, ReplyReader.RequestId(reply));
        }
    }
}
