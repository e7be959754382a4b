namespace LocalIdentity.Keys;

/// <summary>Issues temporary keys.</summary>
internal sealed class KeyDesk(string issuerSecret, SettingsStore settings, TimeProvider realTime)
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private readonly TemporaryKeys _keys = new(issuerSecret);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (IssuedKey Key, TimeSpan? Lifetime, TimeSpan? ValidFor)> _standing = [];
    private int _last;

    /// <summary>
    /// The key of a machine until it expires, for all callers. The SDK requests a key more often than necessary when it is
    /// about to expire, and would sign with one and send the token of another. A change of lifetimes makes a new key.
    /// </summary>
    public IssuedKey Standing(string account, string principal)
    {
        var current = settings.Current;
        lock (_gate)
        {
            if (_standing.TryGetValue(principal, out var held)
                && (held.Lifetime, held.ValidFor) == (current.Lifetime, current.ValidFor)
                && held.Key.Expiration > realTime.GetUtcNow().UtcDateTime)
            {
                return WithTokenEnd(held.Key, current);
            }

            var key = Issue(account, principal, asked: null, current);
            _standing[principal] = (key, current.Lifetime, current.ValidFor);
            return WithTokenEnd(key, current);
        }
    }

    /// <summary>A new key.</summary>
    /// <param name="principal">The ARN of the holder of the key.</param>
    /// <param name="asked">The lifetime that the caller requests. A setting overrides it.</param>
    public IssuedKey Issue(string account, string principal, TimeSpan? asked = null)
    {
        var current = settings.Current;
        return WithTokenEnd(Issue(account, principal, asked, current), current);
    }

    private IssuedKey Issue(string account, string principal, TimeSpan? asked, Settings current)
    {
        var now = realTime.GetUtcNow().UtcDateTime;
        var expiration = now + (current.Lifetime ?? asked ?? DefaultLifetime);
        var end = current.ValidFor is { } validFor ? now + validFor : expiration;
        return new IssuedKey(_keys.Issue(Interlocked.Increment(ref _last), account, principal, end), expiration);
    }

    private static IssuedKey WithTokenEnd(IssuedKey key, Settings current) =>
        key with { Key = key.Key with { SessionToken = key.Key.SessionToken + current.SessionTokenEnd } };
}
