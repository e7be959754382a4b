using System.Security.Cryptography;

namespace LocalBedrock.Signing;

/// <summary>
/// Temporary keys without storage: the session token contains everything, and the secret of the issuer proves it. A
/// service that issues keys and a service that accepts them share only that secret.
/// </summary>
internal sealed class TemporaryKeys(string issuerSecret)
{
    private const char Separator = '|';

    // The length of AWS's secret access keys.
    private const int SecretLength = 40;

    private readonly byte[] _issuerSecret = Encoding.UTF8.GetBytes(issuerSecret);

    /// <param name="number">The number that the access key id is made from.</param>
    public TemporaryKey Issue(int number, string account, string principal, DateTime expires)
    {
        var accessKeyId = string.Create(CultureInfo.InvariantCulture, $"ASIAEXAMPLE{number:D9}");
        var content = Encoding.UTF8.GetBytes(
            string.Join(Separator, accessKeyId, account, IsoTime.Format(expires), principal));
        return new TemporaryKey(
            account, principal, accessKeyId, SecretOf(content), Convert.ToBase64String([.. Proof(content), .. content]), expires);
    }

    /// <returns>Null if the token has another issuer or belongs to another key.</returns>
    public TemporaryKey? Find(string accessKeyId, string sessionToken)
    {
        var bytes = new byte[sessionToken.Length];
        if (!Convert.TryFromBase64String(sessionToken, bytes, out var length) || length <= HMACSHA256.HashSizeInBytes)
        {
            return null;
        }

        var content = bytes[HMACSHA256.HashSizeInBytes..length];
        if (!CryptographicOperations.FixedTimeEquals(Proof(content), bytes.AsSpan(0, HMACSHA256.HashSizeInBytes)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(content).Split(Separator, 4);
        return parts[0] == accessKeyId && IsoTime.TryParse(parts[2], out var expires)
            ? new TemporaryKey(parts[1], parts[3], accessKeyId, SecretOf(content), sessionToken, expires)
            : null;
    }

    private byte[] Proof(byte[] content) => HMACSHA256.HashData(_issuerSecret, content);

    private string SecretOf(byte[] content) =>
        Convert.ToBase64String(HMACSHA256.HashData(Proof(content), _issuerSecret))[..SecretLength];
}
