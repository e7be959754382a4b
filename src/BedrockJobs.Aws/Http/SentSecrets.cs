using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// The secrets that requests sent or were signed with. A response can quote them, such as the response of a gateway that
/// shows the rejected request. No message may contain them.
/// </summary>
internal sealed partial class SentSecrets
{
    private const string Mask = "***";

    /// <summary>Shorter secrets aren't hidden, because their letters are part of too many words.</summary>
    private const int Shortest = 6;

    private const string Authorization = "Authorization";

    private static readonly string[] TokenHeaders = ["X-Amz-Security-Token", "x-amz-sso_bearer_token", "X-aws-ec2-metadata-token", "DPoP"];

    private static readonly string[] SecretMembers = ["refreshToken", "clientSecret"];

    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    public void Note(ImmutableCredentials key)
    {
        Note(key.SecretKey);
        Note(key.Token);
    }

    public void Note(HttpRequestMessage request)
    {
        foreach (var name in TokenHeaders)
        {
            Note(ValueOf(request.Headers, name));
        }

        // A signature differs for each request, so it is recognized by its form.
        if (ValueOf(request.Headers, Authorization) is { } authorization && !SignatureInText().IsMatch(authorization))
        {
            Note(authorization);
            Note(authorization[(authorization.LastIndexOf(' ') + 1)..]);
        }

        foreach (var secret in SecretsOfBody(request.Content))
        {
            Note(secret);
        }
    }

    /// <summary>Records the password of a proxy, which is also sent together with the user name.</summary>
    public void NoteProxy(string userName, string password)
    {
        Note(password);
        Note(Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password)));
    }

    /// <summary>Text from a response, without the secrets; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Hide(string? text)
    {
        if (text is null)
        {
            return null;
        }

        // The longest first, because one can be part of another.
        foreach (var secret in _secrets.Keys.OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return SignatureInText().Replace(text, "$1" + Mask);
    }

    private void Note(string? secret)
    {
        if (secret is { Length: >= Shortest })
        {
            _secrets.TryAdd(secret, true);
            _secrets.TryAdd(Uri.EscapeDataString(secret), true);
        }
    }

    private static string? ValueOf(HttpRequestHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // The Security Token Service uses forms. IAM Identity Center and AWS Sign-In use JSON.
    private static IEnumerable<string?> SecretsOfBody(HttpContent? content)
    {
        if (content is not (ByteArrayContent or ReadOnlyMemoryContent))
        {
            return [];
        }

        using var stream = content.ReadAsStream();
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        var text = Encoding.UTF8.GetString(body);
        return text.StartsWith('{') ? InJson(text) : InForm(text);
    }

    private static IEnumerable<string?> InForm(string text) =>
        SecretField().Matches(text).Select(field => Uri.UnescapeDataString(field.Groups["value"].Value));

    private static IEnumerable<string?> InJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. SecretMembers.Select(name => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null)];
    }

    [GeneratedRegex("(?<=^|&)(?:WebIdentityToken|TokenCode)=(?<value>[^&]*)")]
    private static partial Regex SecretField();

    [GeneratedRegex("(Signature=)[0-9a-f]{64}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignatureInText();
}
