using System.Text.RegularExpressions;

namespace LocalBedrock;

/// <summary>Timestamps as the API writes and reads them: ISO 8601 in UTC, with or without a fraction.</summary>
internal static partial class IsoTime
{
    /// <summary>The length of the round-trip format, part of which is used.</summary>
    public const int BufferLength = 28;

    /// <summary>Accepts <c>2026-01-02T03:04:05Z</c>, with an optional fraction, and with an offset instead of Z.</summary>
    public static bool TryParse(string text, out DateTime utc)
    {
        utc = default;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        // DateTime has seven digits for a fraction, but clients in other languages can send nine.
        var fraction = match.Groups["fraction"];
        var kept = fraction.Length > 8
            ? string.Concat(text.AsSpan(0, fraction.Index + 8), text.AsSpan(fraction.Index + fraction.Length))
            : text;
        return DateTime.TryParse(
            kept,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out utc);
    }

    /// <summary>Writes milliseconds unless they are zero, as AWS does.</summary>
    public static string Format(DateTime utc)
    {
        Span<byte> buffer = stackalloc byte[BufferLength];
        return Encoding.ASCII.GetString(buffer[..Format(utc, buffer)]);
    }

    /// <param name="buffer">At least <see cref="BufferLength"/> long.</param>
    /// <returns>The length of the text in the buffer.</returns>
    public static int Format(DateTime utc, Span<byte> buffer)
    {
        // A large page has thousands of times. Truncating the round-trip format is much faster than a custom format.
        utc.TryFormat(buffer, out _, "O", CultureInfo.InvariantCulture);
        var kept = utc.Ticks % TimeSpan.TicksPerSecond < TimeSpan.TicksPerMillisecond
            ? "2026-01-02T03:04:05".Length
            : "2026-01-02T03:04:05.678".Length;
        buffer[kept] = (byte)'Z';
        return kept + 1;
    }

    /// <summary>The service stores milliseconds, so that the time that a client gets equals the time in a filter.</summary>
    public static DateTime ToMilliseconds(DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?<fraction>\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Form();
}
