namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Requests keys from a service on this computer: the agent of a container or the instance metadata service. The
/// providers of the SDK follow redirects, and their requests can't be canceled.
/// </summary>
internal static class LocalService
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Sends a request and reads the complete response.</summary>
    /// <exception cref="BedrockRequestException">The response is a redirect, or too long.</exception>
    /// <exception cref="HttpRequestException">There is no response, or it's incomplete.</exception>
    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, Uri address, IReadOnlyDictionary<string, string> headers, string subject, CancellationToken cancellationToken)
    {
        // A proxy can't reach services on this computer.
        using var client = IdentityContext.CurrentTransport.WithoutProxy()
            .CreateClient(ConnectTimeout, Timeout.InfiniteTimeSpan, ReplyReader.LongestShortReply);
        using var request = new HttpRequestMessage(method, address);

        // Don't keep the connection open.
        request.Headers.ConnectionClose = true;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
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
