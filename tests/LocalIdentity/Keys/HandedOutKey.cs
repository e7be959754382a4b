using System;
using System.Globalization;
using LocalBedrock.Signing;

namespace LocalIdentity.Keys;

/// <summary>A key together with what its holder is told of its end, which may be a lie.</summary>
internal sealed record HandedOutKey(TemporaryKey Key, DateTime Expiration)
{
    /// <summary>To the second, as AWS writes it.</summary>
    public string ExpirationText => Expiration.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
