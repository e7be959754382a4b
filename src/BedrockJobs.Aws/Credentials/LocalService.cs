using System.Text.Json;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// Requests keys from a service on this computer: the agent of a container or the instance metadata service. The
/// providers of the SDK follow redirects, and their requests can't be canceled.
/// </summary>
internal static class LocalService
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Sends a request and reads the complete response.</summary>
    /// <exception cref="HttpRequestException">There is no response, or it's incomplete.</exception>
    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method,
        Uri address,
        IReadOnlyDictionary<string, string> headers,
        string subject,
        ConnectionContext context,
        CancellationToken cancellationToken)
    {
        // A proxy can't reach services on this computer.
        using var client = context.Transport.WithoutProxy()
            .CreateClient(TimeLimit.Of(ConnectTimeout), Timeout.InfiniteTimeSpan, ReplyReader.LongestShortReply, () => context);
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
            throw ErrorTranslator.Translate(refused, subject, context.Secrets)!;
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
    }
}

/// <summary>A key that a service on this computer issued.</summary>
/// <param name="Expiration">The expiration time in UTC.</param>
internal sealed record IssuedKey(ImmutableCredentials Key, DateTime Expiration)
{
    /// <summary>Parses the JSON of a response; null if it contains no key.</summary>
    public static IssuedKey? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Text("AccessKeyId") is { Length: > 0 } id && Text("SecretAccessKey") is { Length: > 0 } secret
                ? new IssuedKey(new ImmutableCredentials(id, secret, Text("Token")), Time("Expiration"))
                : null;

            string? Text(string member) =>
                document.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

            DateTime Time(string member) =>
                DateTimeOffset.TryParse(Text(member), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? time.UtcDateTime
                    : DateTime.MaxValue;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
