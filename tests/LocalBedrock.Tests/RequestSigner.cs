using System.Security.Cryptography;

namespace LocalBedrock.Tests;

/// <summary>
/// The client side of Signature Version 4 for this service. It shares no code with the server side, and both are
/// compared with signatures from other sources, so that an error on one side can't hide one on the other.
/// </summary>
internal sealed record RequestSigner(string AccessKeyId, string Secret, string? SessionToken = null)
{
    public static readonly RequestSigner First = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    public static readonly RequestSigner Second = new("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

    public string Region { get; init; } = "us-east-1";

    public string Service { get; init; } = "bedrock";

    /// <summary>The time of the signature; null for now.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The X-Amz-Content-Sha256 header, whether right or wrong; null to omit it.</summary>
    public string? StatedHash { get; init; }

    public void Sign(HttpRequestMessage request, string body = "")
    {
        var time = (Time ?? DateTime.UtcNow).ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture);
        var uri = request.RequestUri!;
        request.Headers.Add("X-Amz-Date", time);
        var headers = $"host:{uri.Authority}\n";
        var names = "host";
        if (StatedHash is not null)
        {
            request.Headers.Add("X-Amz-Content-Sha256", StatedHash);
            headers += $"x-amz-content-sha256:{StatedHash}\n";
            names += ";x-amz-content-sha256";
        }

        headers += $"x-amz-date:{time}\n";
        names += ";x-amz-date";
        if (SessionToken is not null)
        {
            request.Headers.Add("X-Amz-Security-Token", SessionToken);
            headers += $"x-amz-security-token:{SessionToken}\n";
            names += ";x-amz-security-token";
        }

        var path = string.Join('/', uri.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(query, string.CompareOrdinal);
        var canonical = $"{request.Method}\n{path}\n{string.Join('&', query)}\n{headers}\n{names}\n{Hash(body)}";

        var scope = $"{time[..8]}/{Region}/{Service}/aws4_request";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes($"AWS4{Secret}"), time[..8]), Region), Service), "aws4_request");
        var signature = Convert.ToHexStringLower(Mac(key, $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"));
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
