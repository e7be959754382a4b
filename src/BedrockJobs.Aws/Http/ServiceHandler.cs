using System.Globalization;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Identity;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// Stands between the AWS SDK and the socket, for every request of every client: what must hold for all requests and
/// replies is checked here.
/// </summary>
/// <remarks>
/// The SDK gets a reply when it is complete. So the time limit of an attempt covers the body, and a connection that breaks or
/// stalls in the body is tried again like one that breaks before it.
/// </remarks>
internal sealed class ServiceHandler : DelegatingHandler
{
    private readonly CaBundle? _caBundle;
    private readonly ReplyReader _reader;

    /// <param name="connections">What sends; it is shared, and outlives this.</param>
    /// <param name="caBundle">Where its trust anchors come from; null for those of the system.</param>
    /// <param name="longestSuccess">How many bytes a reply that is no error may have.</param>
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

        // The SDK's providers of credentials pass no token on, and would go on after the command.
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
    /// <remarks>The SDK's providers of credentials ask so too.</remarks>
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

    // .NET sends a line break in a header as it is. What comes from the user is checked where it comes in, with its name; this is
    // for the rest, such as what a service said before.
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
