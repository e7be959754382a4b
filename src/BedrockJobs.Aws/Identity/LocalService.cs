using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Aws.Http;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Asks a service that hands out keys on this machine: a container's agent or the instance metadata service. The SDK's own
/// providers follow redirects, and their requests can't be ended.
/// </summary>
internal static class LocalService
{
    // No proxy can know what is on this machine.
    private static readonly HttpClient Client = new(new ServiceHandler(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false },
        caBundle: null,
        ReplyReader.LongestShortReply))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a request and reads the whole reply.</summary>
    /// <exception cref="BedrockRequestException">The reply is a redirect, or too long.</exception>
    /// <exception cref="HttpRequestException">There is no reply, or one that breaks off.</exception>
    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, Uri address, IReadOnlyDictionary<string, string> headers, string subject, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);

        // Nothing is to be left of it.
        request.Headers.ConnectionClose = true;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (RefusedReplyException refused)
        {
            throw ErrorTranslator.Translate(refused, subject)!;
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
    }
}
