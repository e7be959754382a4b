using System;
using System.Threading;
using LocalBedrock.Signing;
using LocalIdentity.Options;

namespace LocalIdentity.Keys;

/// <summary>Hands out temporary keys, each time a new one.</summary>
internal sealed class KeyDesk(string issuerSecret, SettingsStore settings, TimeProvider realTime)
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private readonly TemporaryKeys _keys = new(issuerSecret);
    private int _last;

    /// <param name="principal">The ARN of whoever is to hold the key.</param>
    /// <param name="asked">The lifetime that the caller asked for, which a setting outdoes.</param>
    public HandedOutKey HandOut(string account, string principal, TimeSpan? asked = null)
    {
        Settings current = settings.Current;
        DateTime now = realTime.GetUtcNow().UtcDateTime;
        DateTime expiration = now + (current.Lifetime ?? asked ?? DefaultLifetime);
        DateTime end = current.ValidFor is { } validFor ? now + validFor : expiration;
        return new HandedOutKey(_keys.Issue(Interlocked.Increment(ref _last), account, principal, end), expiration);
    }
}
