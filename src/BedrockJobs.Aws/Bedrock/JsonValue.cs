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
    public static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? throw Unexpected(ref reader);

    public static bool Flag(ref Utf8JsonReader reader) => reader.GetBoolean();

    public static int Whole(ref Utf8JsonReader reader) => reader.GetInt32();

    public static float Fraction(ref Utf8JsonReader reader) =>
        reader.GetSingle() is var value && float.IsFinite(value) ? value : throw Unexpected(ref reader);

    /// <summary>
    /// Reads a time as UTC, with its full precision. A time without a time zone is in UTC. A number is the seconds
    /// since 1970.
    /// </summary>
    public static DateTime Time(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(reader.GetDecimal());
        }

        // The format of AWS is parsed from the bytes. Without a Z, the time would be treated as local time.
        return reader.TokenType == JsonTokenType.String
            && reader.ValueSpan is [.., (byte)'Z']
            && reader.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime
            : OtherTime(Text(ref reader));
    }

    /// <summary>
    /// Reads a list of objects. A null in it is treated as an object without members, so that the positions don't
    /// change.
    /// </summary>
    public static List<T> List<T>(ref Utf8JsonReader reader, StructureReader<T> structure)
        where T : class, new()
    {
        Require(ref reader, JsonTokenType.StartArray);
        var list = new List<T>();
        while (NextItem(ref reader))
        {
            list.Add(reader.TokenType == JsonTokenType.Null ? new T() : structure.Read(ref reader));
        }

        return list;
    }

    public static List<string> Texts(ref Utf8JsonReader reader)
    {
        Require(ref reader, JsonTokenType.StartArray);
        var list = new List<string>();
        while (NextItem(ref reader))
        {
            list.Add(Text(ref reader));
        }

        return list;
    }

    /// <summary>Reads a map of strings. A duplicate name is an error; a name with a null value is omitted.</summary>
    public static Dictionary<string, string> Map(ref Utf8JsonReader reader)
    {
        Require(ref reader, JsonTokenType.StartObject);
        var map = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null && !map.TryAdd(name, Text(ref reader)))
            {
                throw new JsonException(string.Format(CultureInfo.CurrentCulture, SR.MemberTwice, name));
            }
        }

        return map;
    }

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    private static DateTime OtherTime(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(seconds)
            : DateTime.Parse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw Unexpected(ref reader);
        }
    }

    private static FormatException Unexpected(ref Utf8JsonReader reader) => new(reader.TokenType.ToString());
}
