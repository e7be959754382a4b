using System.Collections;
using System.Reflection;
using System.Text.Json;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>
/// Reads a response independently of the readers under test: with <see cref="JsonDocument"/> and the properties of the AWS
/// SDK's types.
/// </summary>
internal static class ReplyOracle
{
    /// <summary>Shown for a member whose name isn't valid text. The readers can reject it.</summary>
    public const string Unreadable = "<unreadable>";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 256 };

    /// <summary>The content of a body, as <see cref="Show"/> shows it; null if the body must be rejected.</summary>
    public static string? Read<T>(byte[] body)
        where T : AmazonWebServiceResponse
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), Options);
            var text = new StringBuilder();
            ReadStructure(document.RootElement, typeof(T), text);
            return text.ToString();
        }
        catch (Exception refused) when (refused is JsonException or FormatException or OverflowException or InvalidOperationException
            or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The content of the SDK's object.</summary>
    public static string Show(object structure)
    {
        var text = new StringBuilder();
        ShowStructure(structure, text);
        return text.ToString();
    }

    private static IEnumerable<PropertyInfo> MembersOf(Type structure) =>
        structure.GetProperties().Where(property => property.DeclaringType == structure).OrderBy(property => property.Name, StringComparer.Ordinal);

    private static string ApiName(PropertyInfo member) => char.ToLowerInvariant(member.Name[0]) + member.Name[1..];

    // A name that isn't valid text belongs to no member. Whether it is ignored depends on its encoding.
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private static bool IsStructure(Type type) => type.Namespace == typeof(ValidationDetails).Namespace;

    private static void ReadStructure(JsonElement json, Type type, StringBuilder text)
    {
        var members = json.EnumerateObject().ToLookup(NameOf, member => member.Value);
        if (members.Contains(Unreadable))
        {
            text.Append(Unreadable);
        }

        text.Append('{');
        foreach (var member in MembersOf(type))
        {
            // A member that occurs twice is rejected.
            var value = members[ApiName(member)].Take(2).ToList() is { Count: > 0 } found ? found.Single() : default;
            if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            {
                text.Append(member.Name).Append('=');
                ReadValue(value, member.PropertyType, text);
                text.Append(';');
            }
        }

        text.Append('}');
    }

    private static void ReadValue(JsonElement json, Type type, StringBuilder text)
    {
        if (IsStructure(type))
        {
            ReadStructure(json, type, text);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var item = type.GetGenericArguments()[0];
            text.Append('[');
            foreach (var value in json.EnumerateArray())
            {
                // A null in a list of structures is a structure without members.
                if (value.ValueKind == JsonValueKind.Null && IsStructure(item))
                {
                    text.Append("{}");
                }
                else
                {
                    ReadValue(value, item, text);
                }

                text.Append(',');
            }

            text.Append(']');
        }
        else if (type == typeof(Dictionary<string, string>))
        {
            // Two texts with one name are rejected. Nulls are omitted.
            ShowMap(
                json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
                    .ToDictionary(member => member.Name, member => Text(member.Value)),
                text);
        }
        else
        {
            ShowValue(
                Nullable.GetUnderlyingType(type) switch
                {
                    { } plain when plain == typeof(DateTime) => Time(json),
                    { } plain when plain == typeof(bool) => json.GetBoolean(),
                    { } plain when plain == typeof(int) => json.GetInt32(),
                    { } plain when plain == typeof(float) => json.GetSingle() is var value && float.IsFinite(value) ? value : throw new FormatException(),
                    null when typeof(ConstantClass).IsAssignableFrom(type) => Constant(Text(json)),
                    null => Text(json),
                    var other => throw new NotSupportedException(other.Name),
                },
                text);
        }
    }

    // The SDK reads a known word in any casing as that word.
    private static string Constant(string word) => word.ToUpperInvariant();

    private static string Text(JsonElement json) => json.GetString() ?? throw new FormatException();

    private static DateTime Time(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number)
        {
            return OfSeconds(json.GetDecimal());
        }

        var text = Text(json);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? OfSeconds(seconds)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;
    }

    private static DateTime OfSeconds(decimal seconds) => DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    private static void ShowStructure(object structure, StringBuilder text)
    {
        text.Append('{');
        foreach (var member in MembersOf(structure.GetType()))
        {
            switch (member.GetValue(structure))
            {
                case null:
                    continue;
                case IDictionary<string, string> map:
                    text.Append(member.Name).Append('=');
                    ShowMap(map, text);
                    break;
                case IEnumerable list and not string:
                    text.Append(member.Name).Append("=[");
                    foreach (var item in list)
                    {
                        if (IsStructure(item.GetType()))
                        {
                            ShowStructure(item, text);
                        }
                        else
                        {
                            ShowValue(item, text);
                        }

                        text.Append(',');
                    }

                    text.Append(']');
                    break;
                case { } value when IsStructure(value.GetType()):
                    text.Append(member.Name).Append('=');
                    ShowStructure(value, text);
                    break;
                case { } value:
                    text.Append(member.Name).Append('=');
                    ShowValue(value, text);
                    break;
            }

            text.Append(';');
        }

        text.Append('}');
    }

    private static void ShowMap(IDictionary<string, string> map, StringBuilder text)
    {
        text.Append('(');
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(JsonSerializer.Serialize(name)).Append('=').Append(JsonSerializer.Serialize(value)).Append(',');
        }

        text.Append(')');
    }

    private static void ShowValue(object value, StringBuilder text) => text.Append(value switch
    {
        // The SDK reads a time from a number with a precision of milliseconds.
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        string words => JsonSerializer.Serialize(words),
        ConstantClass words => JsonSerializer.Serialize(Constant(words.Value)),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:R}"),
    });
}
