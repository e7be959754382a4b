using System.Text.Json;

namespace LocalIdentity;

/// <summary>The admin API of LocalIdentity. README.md describes it.</summary>
internal sealed class IdentityAdmin(SettingsStore settings, Log<RequestEntry> requests, Log<ProxyEntry> proxied) : AdminApi
{
    protected override ReadOnlyMemory<byte>? Answer(
        string method, string[] path, IReadOnlyDictionary<string, string> query, JsonElement body)
    {
        switch (method, path)
        {
            case ("GET", ["requests"]):
                return Bytes(requests.Entries());
            case ("DELETE", ["requests"]):
                requests.Clear();
                return Bytes(requests.Entries());

            case ("GET", ["proxied"]):
                return Bytes(proxied.Entries());
            case ("DELETE", ["proxied"]):
                proxied.Clear();
                return Bytes(proxied.Entries());

            case ("GET", ["settings"]):
                return SettingsStore.Write(settings.Current);
            case ("POST", ["settings"]):
                settings.Change(body.GetRawText());
                return SettingsStore.Write(settings.Current);
            case ("DELETE", ["settings"]):
                settings.Reset();
                return SettingsStore.Write(settings.Current);

            default:
                return null;
        }
    }
}
