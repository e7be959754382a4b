using System.Collections.Concurrent;

namespace LocalIdentity.SingleSignOn;

/// <summary>The valid access tokens: the configured one, and those that a refresh returned.</summary>
internal sealed class AccessTokens(SettingsStore settings)
{
    private readonly ConcurrentDictionary<string, bool> _issued = [];
    private int _last;

    public string Issue()
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"sso-access-token-{Interlocked.Increment(ref _last)}");
        _issued[token] = true;
        return token;
    }

    public bool Accepts(string token) =>
        !settings.Current.SsoRefused && (token == settings.Current.SsoAccessToken || _issued.ContainsKey(token));
}
