namespace LocalIdentity.SignIn;

/// <summary>
/// The refresh tokens of aws login. Each is valid once. For a while, it then returns the same response again, so that a
/// client that lost the response, or a second client, isn't logged out.
/// </summary>
internal sealed class RefreshTokens(KeyDesk desk, SettingsStore settings, TimeProvider realTime)
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _issued = [];
    private readonly Dictionary<string, (Renewal Renewal, DateTimeOffset Time)> _used = [];
    private int _last;

    /// <returns>Null if the token isn't valid.</returns>
    public Renewal? Use(string token)
    {
        var current = settings.Current;
        var now = realTime.GetUtcNow();
        lock (_gate)
        {
            if (_used.TryGetValue(token, out var used))
            {
                return now - used.Time <= current.LoginGrace ? used.Renewal : null;
            }

            if (token != current.LoginRefreshToken && !_issued.Contains(token))
            {
                return null;
            }

            var next = string.Create(CultureInfo.InvariantCulture, $"login-refresh-token-{++_last}");
            _issued.Add(next);
            var renewal = new Renewal(desk.Issue(current.Account, $"arn:aws:iam::{current.Account}:user/me", DefaultLifetime), next);
            _used[token] = (renewal, now);
            return renewal;
        }
    }

    internal sealed record Renewal(IssuedKey Key, string RefreshToken);
}
