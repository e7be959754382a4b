using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace LocalIdentity.SignIn;

/// <summary>Checks the proofs that a client has the private key of a refresh token, as in RFC 9449.</summary>
internal sealed class DpopProof
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <param name="address">The host and the path of the request.</param>
    /// <returns>What is wrong with the proof; null for nothing.</returns>
    public string? FaultOf(string? proof, string address, string privateKey, DateTimeOffset now)
    {
        if (proof?.Split('.') is not [var header, var payload, var signature])
        {
            return "The DPoP header is missing or isn't a JSON Web Token.";
        }

        try
        {
            var head = JsonElement.Parse(Base64Url.DecodeFromChars(header));
            var body = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
            using var key = ECDsa.Create();
            key.ImportFromPem(privateKey);
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            var jwk = head.GetProperty("jwk");
            var issued = DateTimeOffset.FromUnixTimeSeconds(body.GetProperty("iat").GetInt64());
            return (Text(head, "typ"), Text(head, "alg")) != ("dpop+jwt", "ES256") ? "The proof isn't a DPoP proof with ES256."
                : jwk.TryGetProperty("d", out _) ? "The proof contains a private key."
                : (Text(jwk, "kty"), Text(jwk, "crv")) != ("EC", "P-256") ? "The key isn't a P-256 key."
                : (Text(jwk, "x"), Text(jwk, "y")) != (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y))
                    ? "The key isn't that of the refresh token."
                : !key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256)
                    ? "The signature is wrong."
                : Text(body, "htm") != "POST" ? "The proof is for another method."
                : Text(body, "htu").Split("://") is not ["http" or "https", var asked] || asked != address ? "The proof is for another address."
                : (now - issued).Duration() > Tolerance ? "The proof is from another time."
                : !_used.TryAdd(Text(body, "jti"), true) ? "The proof was used before."
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "The proof can't be read.";
        }
    }

    private static string Text(JsonElement members, string name) => members.GetProperty(name).GetString()!;
}
