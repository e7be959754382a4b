using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalIdentity.Options;

/// <summary>The current settings, which a test can change at any time.</summary>
internal sealed class SettingsStore(Settings initial)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    private readonly Lock _gate = new();
    private readonly Settings _initial = initial;
    private Settings _current = initial;

    public Settings Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Changes the specified members, and keeps the rest.</summary>
    /// <exception cref="AdminException">The value isn't an object, or a member has an unknown name or type.</exception>
    public void Change(string json)
    {
        lock (_gate)
        {
            _current = Merge(_current, json);
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _current = _initial;
        }
    }

    public static byte[] Write(Settings settings) => JsonSerializer.SerializeToUtf8Bytes(settings, Json);

    /// <exception cref="AdminException">As in <see cref="Change"/>.</exception>
    public static Settings Merge(Settings settings, string json)
    {
        try
        {
            var merged = JsonSerializer.SerializeToNode(settings, Json)!.AsObject();
            var given = JsonNode.Parse(json) as JsonObject ?? throw new AdminException("Settings must be an object.");
            foreach ((var name, var value) in given)
            {
                merged[name] = value?.DeepClone();
            }

            return merged.Deserialize<Settings>(Json)!;
        }
        catch (JsonException e)
        {
            throw new AdminException(e.Message);
        }
    }
}
