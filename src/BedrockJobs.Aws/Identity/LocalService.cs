using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Asks a service that hands out keys on this machine: a container's agent or the instance metadata service. The SDK's own
/// providers follow redirects, and their requests can't be ended.
/// </summary>
internal static class LocalService
{
    private const int LongestReply = 1024 * 1024;

    // No proxy can know what is on this machine.
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestReply,
    };

    /// <summary>Sends a request and reads the whole reply.</summary>
    /// <exception cref="BedrockRequestException">The reply is a redirect.</exception>
    /// <exception cref="HttpRequestException">There is no reply, or one that is too long.</exception>
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

        using var response = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw new BedrockRequestException(
                BedrockErrorId.MalformedResponse,
                subject,
                string.Format(CultureInfo.CurrentCulture, SR.Redirected, (int)response.StatusCode, response.Headers.Location?.GetLeftPart(UriPartial.Path)));
        }

        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
    }
}
