using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LocalBedrock.Faults;

/// <summary>A reply byte for byte, head included, as a script gives it: each character is a byte.</summary>
internal static class RawBytes
{
    private const string BodyMark = "{body}";
    private const string LengthMark = "{length}";
    private const string ChunkLengthMark = "{chunkLength}";

    public static bool AreBytes(string raw) => raw.All(c => c <= byte.MaxValue);

    /// <summary>Whether the true body is part of it, so that the operation has to run.</summary>
    public static bool NeedBody(string raw) => raw.Contains(BodyMark, StringComparison.Ordinal);

    /// <param name="raw">The script's text.</param>
    /// <param name="body">The body of the true reply.</param>
    public static byte[] Of(string raw, ReadOnlyMemory<byte> body) => Encoding.Latin1.GetBytes(raw
        .Replace(LengthMark, body.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(ChunkLengthMark, body.Length.ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(BodyMark, Encoding.Latin1.GetString(body.Span), StringComparison.Ordinal));

    /// <summary>Where the body begins; 0 where there is no head.</summary>
    public static int BodyStart(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\r\n\r\n"u8) is >= 0 and int end ? end + 4 : 0;
}
