using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalBedrock;

/// <summary>Timestamps as the API writes and reads them: ISO 8601 in UTC, with or without a fraction.</summary>
internal static partial class IsoTime
{
    /// <summary>The length of the round-trip format, of which a part is kept.</summary>
    public const int BufferLength = 28;

    /// <summary>Accepts <c>2026-01-02T03:04:05Z</c>, with a fraction, and with an offset in place of Z.</summary>
    public static bool TryParse(string text, out DateTime utc)
    {
        utc = default;
        Match match = Form().Match(text);
        if (!match.Success)
            return false;

        // DateTime holds seven digits of a fraction; clients of other languages may send nine.
        Group fraction = match.Groups["fraction"];
        string kept = fraction.Length > 8
            ? string.Concat(text.AsSpan(0, fraction.Index + 8), text.AsSpan(fraction.Index + fraction.Length))
            : text;
        return DateTime.TryParse(
            kept,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out utc);
    }

    /// <summary>Milliseconds are written unless they are zero, as AWS does.</summary>
    public static string Format(DateTime utc)
    {
        Span<byte> buffer = stackalloc byte[BufferLength];
        return Encoding.ASCII.GetString(buffer[..Format(utc, buffer)]);
    }

    /// <param name="buffer">At least <see cref="BufferLength"/> long.</param>
    /// <returns>How much of the buffer is the text.</returns>
    public static int Format(DateTime utc, Span<byte> buffer)
    {
        // A long page has thousands of times: the round-trip format is far quicker than one of our own, so cut it.
        utc.TryFormat(buffer, out _, "O", CultureInfo.InvariantCulture);
        int kept = utc.Ticks % TimeSpan.TicksPerSecond < TimeSpan.TicksPerMillisecond
            ? "2026-01-02T03:04:05".Length
            : "2026-01-02T03:04:05.678".Length;
        buffer[kept] = (byte)'Z';
        return kept + 1;
    }

    /// <summary>The service keeps milliseconds, so that a time which a client read is the time that it filters by.</summary>
    public static DateTime ToMilliseconds(DateTime utc) =>
        new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?<fraction>\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Form();
}
