namespace LocalBedrock.Faults;

/// <summary>The exact bytes of a response with its head, as a script specifies them: each character is one byte.</summary>
internal static class RawBytes
{
    private const string BodyMark = "{body}";
    private const string LengthMark = "{length}";
    private const string ChunkLengthMark = "{chunkLength}";

    public static bool AreBytes(string raw) => raw.All(c => c <= byte.MaxValue);

    /// <summary>Whether the script contains the real body, so the operation must run.</summary>
    public static bool NeedBody(string raw) => raw.Contains(BodyMark, StringComparison.Ordinal);

    /// <param name="raw">The text of the script.</param>
    /// <param name="body">The body of the real response.</param>
    public static byte[] Of(string raw, ReadOnlyMemory<byte> body) => Encoding.Latin1.GetBytes(raw
        .Replace(LengthMark, body.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(ChunkLengthMark, body.Length.ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(BodyMark, Encoding.Latin1.GetString(body.Span), StringComparison.Ordinal));

    /// <summary>The start of the body; 0 without a head.</summary>
    public static int BodyStart(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\r\n\r\n"u8) is >= 0 and int end ? end + 4 : 0;
}
