namespace LocalIdentity.Keys;

/// <summary>A key with the expiration that its holder gets, which can be wrong.</summary>
internal sealed record IssuedKey(TemporaryKey Key, DateTime Expiration)
{
    /// <summary>In whole seconds, as AWS writes it.</summary>
    public string ExpirationText => Expiration.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
