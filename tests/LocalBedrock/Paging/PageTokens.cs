using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LocalBedrock.Paging;

/// <summary>
/// Makes and reads page tokens: the position at which a page ended, sealed with its query, region, and account.
/// Tokens are base64 with plus, slash, and equals signs, which a query string must encode.
/// </summary>
internal sealed class PageTokens
{
    private const int TimeLength = sizeof(long);
    private const int SealLength = HMACSHA256.HashSizeInBytes;

    // Each server has a new key, so that it rejects the tokens of another server.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Make(PagePosition position, JobQuery query, JobShelf shelf)
    {
        var arnLength = Encoding.UTF8.GetByteCount(position.Arn);
        var token = new byte[TimeLength + arnLength + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(token, position.CreationTime.Ticks);
        Encoding.UTF8.GetBytes(position.Arn, token.AsSpan(TimeLength));
        Seal(token.AsSpan(0, TimeLength + arnLength), query, shelf).CopyTo(token, TimeLength + arnLength);
        return Convert.ToBase64String(token);
    }

    /// <exception cref="ServiceException">The token is invalid, or of another query, region, account, or server.</exception>
    public PagePosition Read(string token, JobQuery query, JobShelf shelf)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length <= TimeLength + SealLength)
        {
            throw Invalid();
        }

        ReadOnlySpan<byte> position = bytes.AsSpan(0, length - SealLength);
        if (!CryptographicOperations.FixedTimeEquals(Seal(position, query, shelf), bytes.AsSpan(position.Length, SealLength)))
        {
            throw Invalid();
        }

        return new PagePosition(
            new DateTime(BinaryPrimitives.ReadInt64BigEndian(position), DateTimeKind.Utc),
            Encoding.UTF8.GetString(position[TimeLength..]));
    }

    private byte[] Seal(ReadOnlySpan<byte> position, JobQuery query, JobShelf shelf)
    {
        byte[] sealedData = [.. position, .. Encoding.UTF8.GetBytes($"|{shelf.Region}|{shelf.Account}|{query.Binding}")];
        return HMACSHA256.HashData(_key, sealedData);
    }

    private static ServiceException Invalid() => new(ErrorTypes.Validation, "The provided nextToken is invalid.");
}
