using System.Security.Cryptography;

namespace LocalBedrock.Signing;

/// <summary>The calculations of Signature Version 4.</summary>
internal static class Signature
{
    public static string Of(string canonicalRequest, string timestamp, Credential credential, string secretAccessKey)
    {
        var stringToSign = string.Join('\n',
            AuthorizationHeader.Algorithm,
            timestamp,
            credential.Scope,
            CanonicalRequest.HashOf(Encoding.UTF8.GetBytes(canonicalRequest)));

        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (var part in (ReadOnlySpan<string>)[credential.Date, credential.Region, credential.Service, credential.Terminator])
        {
            key = Hmac(key, part);
        }

        return Convert.ToHexStringLower(Hmac(key, stringToSign));
    }

    /// <summary>Takes the same time wherever the two differ.</summary>
    public static bool Equal(string computed, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(computed), Encoding.UTF8.GetBytes(given));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
