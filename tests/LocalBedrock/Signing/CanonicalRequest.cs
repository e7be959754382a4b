using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LocalBedrock.Signing;

/// <summary>
/// The text that the client and the service each derive from a request to calculate its signature. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal static partial class CanonicalRequest
{
    /// <summary>The hash is calculated from the body that arrived, whatever the client specifies.</summary>
    public static string Of(ApiRequest request, IReadOnlyList<string> signedHeaders) => string.Join('\n',
    [
        request.Method,
        Path(request.Target.Path),
        Query(request.Target.Parameters),
        .. signedHeaders.Select(s => s.ToLowerInvariant()).Order(StringComparer.Ordinal).Select(n => Header(request, n)),
        "",
        string.Join(';', signedHeaders),
        HashOf(request.Body.Span),
    ]);

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Every service except S3 signs the path with one more encoding than it is sent with: %3A becomes %253A.
    private static string Path(string sent)
    {
        var kept = new List<string>();
        foreach (var segment in sent.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                kept.Add(segment);
            }
        }

        var end = kept.Count > 0 && (sent.EndsWith('/') || sent.EndsWith("/.", StringComparison.Ordinal)) ? "/" : "";
        return PercentEncoding.Encode($"/{string.Join('/', kept)}{end}", keep: "/");
    }

    private static string Query(IEnumerable<(byte[] Name, byte[] Value)> parameters) => string.Join('&', parameters
        .Select(p => (Name: PercentEncoding.Encode(p.Name), Value: PercentEncoding.Encode(p.Value)))
        .OrderBy(p => p.Name, StringComparer.Ordinal)
        .ThenBy(p => p.Value, StringComparer.Ordinal)
        .Select(p => $"{p.Name}={p.Value}"));

    private static string Header(ApiRequest request, string name)
    {
        var values = request.Headers.TryGetValue(name, out var found) ? found : [];
        return $"{name}:{string.Join(',', values.Select(v => Spaces().Replace(v.Trim(), " ")))}";
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
