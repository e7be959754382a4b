using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>
/// Reads a response independently of the readers under test: with <see cref="JsonDocument"/> and the properties of the
/// module's types. A missing member and an empty one look the same.
/// </summary>
internal static class ReplyOracle
{
    /// <summary>Shown for a member whose name isn't valid text. The readers can reject it.</summary>
    public const string Unreadable = "<unreadable>";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 256 };
    private static readonly string[] RequiredOfSummary = ["jobArn", "jobName", "status", "baseModelArn", "creationTime"];
    private static readonly string[] RequiredOfJob = ["jobArn", "jobName", "baseModelArn", "creationTime"];

    /// <summary>The content of a page as <see cref="Show(JobPage, string?)"/> shows it; null if the body must be rejected.</summary>
    public static string? ReadPage(byte[] body) => Read(body, (page, text) =>
    {
        var members = MembersIn(page, text);
        var jobs = Value(members, "modelCustomizationJobSummaries");
        if (Value(members, "nextToken") is { } token)
        {
            text.Append(Text(token));
        }

        text.Append('|').Append(jobs is null ? "modelCustomizationJobSummaries" : string.Empty);
        var malformed = new StringBuilder();
        foreach (var job in jobs?.EnumerateArray() ?? default)
        {
            var content = new StringBuilder();
            var missing = string.Join(", ", RequiredOfSummary);
            if (job.ValueKind != JsonValueKind.Null)
            {
                missing = ReadStructure(job, typeof(CustomizationJob), content, RequiredOfSummary);
            }

            var words = content.ToString();
            text.Append(missing.Length == 0 ? words : words.Contains(Unreadable, StringComparison.Ordinal) ? Unreadable : string.Empty);
            malformed.Append(missing.Length == 0 ? string.Empty : missing + ";");
        }

        text.Append('|').Append(malformed);
    });

    /// <summary>The content of a job as <see cref="Show(CustomizationJobDetail, string?)"/> shows it; null if the body must be rejected.</summary>
    public static string? ReadJob(byte[] body) => Read(body, (job, text) =>
        text.Append(ReadStructure(job, typeof(CustomizationJobDetail), text, RequiredOfJob)));

    public static string Show(JobPage page, string? missing)
    {
        var text = new StringBuilder().Append(page.NextToken).Append('|').Append(missing);
        foreach (var job in page.Jobs)
        {
            ShowStructure(job, text);
        }

        return text.Append('|').AppendJoin(string.Empty, page.Malformed.Select(summary => summary.MissingMembers + ";")).ToString();
    }

    public static string Show(CustomizationJobDetail job, string? missing)
    {
        var text = new StringBuilder();
        ShowStructure(job, text);
        return text.Append(missing).ToString();
    }

    /// <summary>The members of a type that are read from a response, with their API names.</summary>
    public static IEnumerable<(string ApiName, PropertyInfo Property)> MembersOf(Type structure) =>
        from property in structure.GetProperties()
        where property.CanWrite && property.Name != nameof(CustomizationJob.ProfileName)
        let name = structure == typeof(CustomizationJobDetail) && property.Name.StartsWith("CustomModel", StringComparison.Ordinal)
            ? property.Name.Replace("Custom", "output", StringComparison.Ordinal)
            : char.ToLowerInvariant(property.Name[0]) + property.Name[1..]
        orderby name
        select (name, property.Name.EndsWith("Time", StringComparison.Ordinal)
            ? structure.GetProperty(property.Name + "Utc", BindingFlags.Instance | BindingFlags.NonPublic)!
            : property);

    public static bool IsStructure(Type type) => type.IsSubclassOf(typeof(OutputObject));

    private static string? Read(byte[] body, Action<JsonElement, StringBuilder> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), Options);
            var text = new StringBuilder();
            read(document.RootElement, text);
            return text.ToString();
        }
        catch (Exception refused) when (refused is JsonException or FormatException or OverflowException or InvalidOperationException
            or ArgumentException)
        {
            return null;
        }
    }

    private static ILookup<string, JsonElement> MembersIn(JsonElement structure, StringBuilder text)
    {
        var members = structure.EnumerateObject().ToLookup(NameOf, member => member.Value);
        text.Append(members.Contains(Unreadable) ? Unreadable : string.Empty);
        return members;
    }

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

    // A member that occurs twice is rejected.
    private static JsonElement? Value(ILookup<string, JsonElement> members, string name) =>
        members[name].Take(2).ToList() is { Count: > 0 } found && found.Single() is { ValueKind: not JsonValueKind.Null } value ? value : null;

    /// <returns>The names of the required members that are missing.</returns>
    private static string ReadStructure(JsonElement json, Type type, StringBuilder text, params string[] required)
    {
        var members = MembersIn(json, text);
        text.Append('{');
        foreach (var (name, property) in MembersOf(type))
        {
            if (Value(members, name) is { } value)
            {
                Append(text, name, ReadValue(value, property.PropertyType));
            }
        }

        text.Append('}');
        return string.Join(", ", required.Where(name => Value(members, name) is null));
    }

    private static string ReadValue(JsonElement json, Type type)
    {
        var text = new StringBuilder();
        if (IsStructure(type))
        {
            ReadStructure(json, type, text);
        }
        else if (type == typeof(OutputDictionary))
        {
            // Two texts with one name are rejected. Nulls are omitted. Of names that differ only in case, the first name and
            // the last value remain.
            var entries = json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(member => member.Name, member => Text(member.Value));
            foreach (var same in entries.GroupBy(entry => entry.Key.ToUpperInvariant()).OrderBy(same => same.Key, StringComparer.Ordinal))
            {
                text.Append(JsonSerializer.Serialize(same.First().Key)).Append('=').Append(JsonSerializer.Serialize(same.Last().Value)).Append(',');
            }
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OutputList<>))
        {
            var item = type.GetGenericArguments()[0];
            foreach (var value in json.EnumerateArray())
            {
                // A null in a list of structures is a structure without members.
                text.Append(value.ValueKind == JsonValueKind.Null && IsStructure(item) ? "{}" : ReadValue(value, item)).Append(',');
            }
        }
        else
        {
            return ShowValue((Nullable.GetUnderlyingType(type) ?? type) switch
            {
                { } plain when plain == typeof(DateTime) => Time(json),
                { } plain when plain == typeof(bool) => json.GetBoolean(),
                { } plain when plain == typeof(int) => json.GetInt32(),
                { } plain when plain == typeof(double) => json.GetSingle() is var value && float.IsFinite(value)
                    ? double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                    : throw new FormatException(),
                { } plain when plain == typeof(string) => Text(json),
                var other => throw new NotSupportedException(other.Name),
            });
        }

        return text.ToString();
    }

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
        foreach (var (name, property) in MembersOf(structure.GetType()))
        {
            var value = new StringBuilder();
            switch (property.GetValue(structure))
            {
                case null:
                    break;
                case OutputDictionary map:
                    foreach (DictionaryEntry entry in map)
                    {
                        value.Append(JsonSerializer.Serialize(entry.Key)).Append('=').Append(JsonSerializer.Serialize(entry.Value)).Append(',');
                    }

                    break;
                case IEnumerable list and not string:
                    foreach (var item in list)
                    {
                        ShowItem(item, value);
                        value.Append(',');
                    }

                    break;
                case { } single:
                    ShowItem(single, value);
                    break;
            }

            Append(text, name, value.ToString());
        }

        text.Append('}');
    }

    private static void ShowItem(object item, StringBuilder text)
    {
        if (IsStructure(item.GetType()))
        {
            ShowStructure(item, text);
        }
        else
        {
            text.Append(ShowValue(item));
        }
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(value.Length == 0 ? string.Empty : $"{name}={value};");

    // The SDK reads a time from a number with a precision of milliseconds.
    private static string ShowValue(object value) => value switch
    {
        DateTime time => time == default ? string.Empty : time.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        string words => words.Length == 0 ? string.Empty : JsonSerializer.Serialize(words),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:R}"),
    };
}
