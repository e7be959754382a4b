namespace LocalBedrock.Http;

/// <summary>Percent-encoding as in RFC 3986, which Signature Version 4 also uses.</summary>
internal static class PercentEncoding
{
    /// <summary>Encodes all characters except letters, digits, <c>-._~</c>, and those in <paramref name="keep"/>.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, string keep = "")
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var b in bytes)
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || keep.Contains(c, StringComparison.Ordinal))
            {
                text.Append(c);
            }
            else
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    public static string Encode(string text, string keep = "") => Encode(Encoding.UTF8.GetBytes(text), keep);

    /// <summary>A percent sign that isn't followed by two hexadecimal digits is a literal character.</summary>
    public static byte[] Decode(string text, bool plusIsSpace)
    {
        var raw = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < raw.Length; i++, length++)
        {
            if (raw[i] == '%' && i + 2 < raw.Length
                && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                raw[length] = (byte)((Convert.FromHexString([(char)raw[i + 1], (char)raw[i + 2]]))[0]);
                i += 2;
            }
            else
            {
                raw[length] = plusIsSpace && raw[i] == '+' ? (byte)' ' : raw[i];
            }
        }

        return raw[..length];
    }
}
