using System.Text.Json;
using Amazon.Util;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads values of the types that the API uses.</summary>
/// <remarks>
/// A value of another type throws an <see cref="InvalidOperationException"/> or a <see cref="FormatException"/>, as the
/// methods of <see cref="Utf8JsonReader"/> do. <see cref="StructureReader{T}"/> adds the name of the member.
/// </remarks>
internal static class JsonValue
{
    // The words that most jobs share. A page then contains each of them once.
    private static readonly (byte[] Utf8, string Text)[] Words =
    [
        .. ((string[])[JobStatus.Completed, JobStatus.InProgress, JobStatus.Failed, JobStatus.Stopped, "FINE_TUNING", JobStatus.NotStarted])
            .Select(word => (Encoding.UTF8.GetBytes(word), word)),
    ];

    private static string _previous = string.Empty;

    public static string Text(ref Utf8JsonReader json) => json.GetString() ?? throw Unexpected(ref json);

    /// <summary>Reads a text that many objects have in common.</summary>
    public static string Word(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            foreach (var (utf8, text) in Words)
            {
                if (json.ValueTextEquals(utf8))
                {
                    return text;
                }
            }
        }

        return Text(ref json);
    }

    /// <summary>Reads a text that is often the same in the next object.</summary>
    public static string Repeated(ref Utf8JsonReader json)
    {
        var previous = _previous;
        return json.TokenType == JsonTokenType.String && json.ValueTextEquals(previous) ? previous : _previous = Text(ref json);
    }

    /// <summary>
    /// Reads a single-precision number, which is the type of the API. The conversion goes through text, because 0.1 as a
    /// float becomes 0.100000001490116 as a double.
    /// </summary>
    public static double Fraction(ref Utf8JsonReader json) =>
        json.GetSingle() is var value && float.IsFinite(value)
            ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : throw Unexpected(ref json);

    /// <summary>
    /// Reads a time as UTC, with its full precision. A time without a time zone is in UTC. A number is the seconds
    /// since 1970.
    /// </summary>
    public static DateTime Time(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number)
        {
            return AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(json.GetDecimal());
        }

        // The format of AWS is parsed from the bytes. Without a Z, the time would be treated as local time.
        return json.TokenType == JsonTokenType.String
            && json.ValueSpan is [.., (byte)'Z']
            && json.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime
            : OtherTime(Text(ref json));
    }

    /// <summary>
    /// Reads a list of objects. A null in it is treated as an object without members, so that the positions don't
    /// change.
    /// </summary>
    public static OutputList<T> List<T>(ref Utf8JsonReader json, StructureReader<T> structure)
        where T : class, new()
    {
        var list = new OutputList<T>();
        ForEach(ref json, list, (list, ref json) => list.Add(json.TokenType == JsonTokenType.Null ? new T() : structure.Read(ref json)));
        return list;
    }

    public static OutputList<string> Texts(ref Utf8JsonReader json)
    {
        var list = new OutputList<string>();
        ForEach(ref json, list, static (list, ref json) => list.Add(Text(ref json)));
        return list;
    }

    /// <summary>Reads each item of a list, which can be null.</summary>
    public static void ForEach<T>(ref Utf8JsonReader json, T structure, MemberReader<T> read)
    {
        Require(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            read(structure, ref json);
        }
    }

    /// <summary>
    /// Reads a map of strings, sorted by name. A duplicate name is an error; a name with a null value is omitted.
    /// </summary>
    public static OutputDictionary Map(ref Utf8JsonReader json)
    {
        Require(ref json, JsonTokenType.StartObject);
        var map = new Dictionary<string, string>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref json);
            json.Read();
            if (json.TokenType != JsonTokenType.Null && !map.TryAdd(name, Text(ref json)))
            {
                throw new JsonException(SR.MemberTwice.With(name));
            }
        }

        return OutputDictionary.Sorted(map);
    }

    private static DateTime OtherTime(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(seconds)
            : DateTime.Parse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static void Require(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
        {
            throw Unexpected(ref json);
        }
    }

    private static FormatException Unexpected(ref Utf8JsonReader json) => new(json.TokenType.ToString());
}
