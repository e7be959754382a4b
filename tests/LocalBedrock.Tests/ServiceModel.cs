using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace LocalBedrock.Tests;

/// <summary>
/// AWS's model of the service. It isn't part of this repository. Tests that need it are skipped unless a parent folder
/// contains it as shared/facts/bedrock-model.json.
/// </summary>
internal sealed class ServiceModel
{
    private readonly JsonElement _model;
    private readonly Dictionary<string, Regex> _patterns = [];

    private ServiceModel(JsonElement model) => _model = model;

    public static ServiceModel LoadOrSkip()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "facts", "bedrock-model.json");
            if (File.Exists(path))
            {
                return new ServiceModel(JsonElement.Parse(File.ReadAllText(path)));
            }
        }

        throw SkipException.ForSkip("shared/facts/bedrock-model.json is in no folder above the tests.");
    }

    public JsonElement Operation(string name) => _model.GetProperty("operations").GetProperty(name);

    public JsonElement Shape(string name) => _model.GetProperty("shapes").GetProperty(name);

    public IEnumerable<(string Name, int Status)> Errors =>
        from shape in _model.GetProperty("shapes").EnumerateObject()
        where shape.Value.TryGetProperty("exception", out _)
        select (shape.Name, shape.Value.GetProperty("error").GetProperty("httpStatusCode").GetInt32());

    /// <summary>The violations of a shape by a value, one in each line.</summary>
    public IEnumerable<string> Complaints(string shapeName, JsonElement value, string path = "")
    {
        var shape = Shape(shapeName);
        switch (shape.GetProperty("type").GetString())
        {
            case "structure":
                var members = shape.GetProperty("members");
                var unknown = value.EnumerateObject().Select(p => p.Name)
                    .Where(n => !members.TryGetProperty(n, out _)).Select(n => $"{path}.{n} isn't in the model");
                var missing = Texts(shape, "required")
                    .Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{path}.{n} is missing");
                return [.. unknown, .. missing, .. value.EnumerateObject()
                    .Where(p => members.TryGetProperty(p.Name, out _))
                    .SelectMany(p => Complaints(ShapeOf(members.GetProperty(p.Name)), p.Value, $"{path}.{p.Name}"))];
            case "list":
                return value.EnumerateArray().SelectMany(i => Complaints(ShapeOf(shape.GetProperty("member")), i, $"{path}[]"));
            case "map":
                return value.EnumerateObject().SelectMany(p => Complaints(ShapeOf(shape.GetProperty("value")), p.Value, $"{path}[]"));
            case "timestamp":
                return IsoTime.TryParse(value.GetString()!, out _) ? [] : [$"{path} isn't a timestamp: {value}"];
            case "string":
                var text = value.GetString()!;
                string[] values = [.. Texts(shape, "enum")];
                var fits = (values.Length == 0 || values.Contains(text))
                    && text.Length >= (Number(shape, "min") ?? 0) && text.Length <= (Number(shape, "max") ?? double.MaxValue)
                    && (!shape.TryGetProperty("pattern", out var pattern)
                        || PatternOf(pattern.GetString()!).IsMatch(text));
                return fits ? [] : [$"{path} isn't a {shapeName}: {text}"];
            default:
                return value.ValueKind == JsonValueKind.Number ? [] : [$"{path} isn't a number: {value}"];
        }
    }

    /// <summary>A shape of the model, in the same words as the other overload for a shape in the code.</summary>
    public string Describe(string name)
    {
        var shape = Shape(name);
        var type = shape.GetProperty("type").GetString()!;
        var lines = new List<string> { $"{name}: {type} {Bound(Number(shape, "min"))}..{Bound(Number(shape, "max"))}" };
        if (shape.TryGetProperty("pattern", out var pattern))
        {
            lines.Add($"  pattern {pattern}");
        }

        lines.AddRange(Texts(shape, "enum").Select(v => $"  value {v}"));
        if (type == "structure")
        {
            string[] required = [.. Texts(shape, "required")];
            lines.AddRange(shape.GetProperty("members").EnumerateObject().Select(m =>
                $"  member {m.Name}: {ShapeOf(m.Value)}{(required.Contains(m.Name) ? " required" : "")}"));
        }

        return string.Join('\n', lines);
    }

    public static string Describe(Shape shape)
    {
        (var type, var min, var max) = shape switch
        {
            StringShape s => ("string", s.Min, s.Max),
            IntegerShape i => ("integer", i.Min, i.Max),
            TimestampShape => ("timestamp", (int?)null, (int?)null),
            _ => ("structure", null, null),
        };
        var lines = new List<string> { $"{shape.Name}: {type} {Bound(min)}..{Bound(max)}" };
        if (shape is StringShape text)
        {
            if (text.Pattern is not null)
            {
                lines.Add($"  pattern {text.Pattern}");
            }

            lines.AddRange((text.Values ?? []).Select(v => $"  value {v}"));
        }

        if (shape is StructureShape structure)
        {
            lines.AddRange(structure.Members.Select(m => $"  member {m.Name}: {m.Shape.Name}{(m.Required ? " required" : "")}"));
        }

        return string.Join('\n', lines);
    }

    private Regex PatternOf(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var whole))
        {
            _patterns[pattern] = whole = JavaPattern.ForWhole(pattern);
        }

        return whole;
    }

    private static string ShapeOf(JsonElement reference) => reference.GetProperty("shape").GetString()!;

    private static string Bound(double? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static double? Number(JsonElement shape, string name) =>
        shape.TryGetProperty(name, out var number) ? number.GetDouble() : null;

    private static IEnumerable<string> Texts(JsonElement shape, string name) =>
        shape.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(t => t.GetString()!) : [];
}
