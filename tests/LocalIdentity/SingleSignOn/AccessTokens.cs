using System.Collections.Concurrent;

namespace LocalIdentity.SingleSignOn;

/// <summary>The valid tokens: the configured ones, and those that a refresh returned.</summary>
internal sealed class AccessTokens(SettingsStore settings)
{
    private readonly ConcurrentDictionary<string, bool> _issued = [];
    private readonly ConcurrentDictionary<string, bool> _used = [];
    private int _last;

    /// <returns>An access token and the next refresh token; null if the refresh token isn't valid.</returns>
    public (string Access, string Refresh)? Refresh(string refreshToken)
    {
        var current = settings.Current;
        if ((refreshToken != current.SsoRefreshToken && !_issued.ContainsKey(refreshToken))
            || (current.SsoRefreshesOnce && !_used.TryAdd(refreshToken, true)))
        {
            return null;
        }

        return (Issue("sso-access-token"), current.SsoRefreshesOnce ? Issue("sso-refresh-token") : refreshToken);
    }

    public bool Accepts(string token) =>
        !settings.Current.SsoRefused && (token == settings.Current.SsoAccessToken || _issued.ContainsKey(token));

    private string Issue(string name)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref _last)}");
        _issued[token] = true;
        return token;
    }
}
