using System.Text.Json;

namespace LocalBedrock.Admin;

/// <summary>
/// The members of a posted job. A missing member has its default. A null member stays null, so it isn't part of
/// responses.
/// </summary>
internal sealed class GivenMembers
{
    private readonly JsonElement _object;
    private readonly string _label;

    /// <param name="label">The name of the job in messages.</param>
    /// <exception cref="AdminException">The value isn't an object, or has an unknown member.</exception>
    public GivenMembers(JsonElement given, string label, IReadOnlyCollection<string> names)
    {
        _object = given;
        _label = label;
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new AdminException($"{label} isn't an object.");
        }

        if (given.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => !names.Contains(n)) is { } unknown)
        {
            throw new AdminException($"{label}: there is no member '{unknown}'.");
        }
    }

    public bool Has(string name) => _object.TryGetProperty(name, out _);

    public string? Text(string name, string? missing) => Read(name, missing, e => e.GetString());

    public DateTime? Time(string name, DateTime? missing) => Read(name, missing, Time);

    /// <summary>A time, or a time span after <paramref name="creation"/>.</summary>
    public DateTime? Moment(string name, DateTime creation, DateTime? missing) => Read<DateTime?>(name, missing, e =>
        TimeSpan.TryParseExact(e.GetString(), "c", CultureInfo.InvariantCulture, out var after) ? creation + after : Time(e));

    public StageStates? Stages(string name, StageStates? missing) => Read(name, missing, e => new StageStates(
        Stage(e, "validationDetails"), Stage(e, "dataProcessingDetails"), Stage(e, "trainingDetails")));

    /// <summary>The specified members that are present, including nulls.</summary>
    public Dictionary<string, JsonElement> Elements(IEnumerable<string> names) =>
        names.Where(Has).ToDictionary(n => n, n => _object.GetProperty(n).Clone());

    private static DateTime? Time(JsonElement element) =>
        IsoTime.TryParse(element.GetString() ?? "", out var time) ? time : throw new FormatException();

    private static StageState? Stage(JsonElement details, string name) =>
        details.TryGetProperty(name, out var stage)
            ? new StageState(stage.GetProperty("status").GetString()!, TimeOf(stage, "creationTime"), TimeOf(stage, "lastModifiedTime"))
            : null;

    private static DateTime? TimeOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var time) ? Time(time) : null;

    private T? Read<T>(string name, T? missing, Func<JsonElement, T?> read)
    {
        if (!_object.TryGetProperty(name, out var element))
        {
            return missing;
        }

        if (element.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        try
        {
            return read(element);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new AdminException($"{_label}: {name} can't be {element.GetRawText()}.");
        }
    }
}
