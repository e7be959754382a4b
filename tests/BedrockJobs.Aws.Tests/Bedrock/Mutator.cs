using System.Text.Json;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Damages a JSON text: its bytes, or its meaning as valid JSON. The same seed causes the same damage.</summary>
internal sealed class Mutator(string original, int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.0", "1e3", "1e999", "-1e27", "2147483648", "253402300800", "1767323045.25", "1E-400",
        "9999999999999999999999999999999999999999", "\"\"", "\"text\"", "\"12\"", "\"1e3\"", "\"NaN\"", "\"Infinity\"", "\"\\ud800\"",
        "\"\\ud83d\\ude00\"", "\"\\u0000\\u001b[2J\"", "\"2026-02-30T00:00:00Z\"", "\"2026-01-01T24:00:00Z\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-01-01\"", "\"2026-01-01T00:00:00+25:00\"", "\"T\"",
        "[]", "{}", "[null]", "[{}]", "[[]]", "{\"status\":\"Failed\"}", "{\"a\":null,\"a\":\"b\"}", "[\"a\",null]",
    ];

    private static readonly string[] Scraps =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "//", "/*", "e", "-", ".", " ", "\r\n", "\0", "\uFEFF", "é", "null", "'"];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var text = Encoding.UTF8.GetBytes(original);
        for (var i = _random.Next(1, 4); i > 0 && text.Length > 0; i--)
        {
            text = _random.Next(2) == 0 ? Damage(text) : Reword(text);
        }

        return text;
    }

    private byte[] Damage(byte[] text)
    {
        var at = _random.Next(text.Length);
        var length = Math.Min(_random.Next(1, _random.Next(2, 64)), text.Length - at);
        switch (_random.Next(8))
        {
            case 0:
                text[at] ^= (byte)(1 << _random.Next(8));
                return text;
            case 1:
                text[at] = (byte)_random.Next(256);
                return text;
            case 2:
                return Replace(text, at, length, []);
            case 3:
                return Replace(text, at, 0, Encoding.UTF8.GetBytes(Pick(Scraps)));
            case 4:
                return Replace(text, at, 1, Encoding.UTF8.GetBytes(Pick(Scraps)));
            case 5:
                return Replace(text, at, 0, text[at..(at + length)]);
            case 6:
                var bytes = new byte[length];
                _random.NextBytes(bytes);
                return Replace(text, at, 0, bytes);
            default:
                return text[..at];
        }
    }

    // Text that is no longer JSON is damaged further.
    private byte[] Reword(byte[] text)
    {
        var values = new List<Range>();
        var members = new List<Range>();
        try
        {
            Find(text, values, members);
        }
        catch (JsonException)
        {
            return Damage(text);
        }

        if (values.Count == 0)
        {
            return Damage(text);
        }

        var value = values[_random.Next(values.Count)];
        var (at, length) = value.GetOffsetAndLength(text.Length);
        var member = members.Count == 0 ? value : members[_random.Next(members.Count)];
        switch (_random.Next(7))
        {
            case 0 or 1:
                return Replace(text, at, length, Encoding.UTF8.GetBytes(Pick(Values)));
            case 2:
                return Replace(text, at, length, text[values[_random.Next(values.Count)]]);
            case 3 when members.Count > 0:
                return Replace(text, member.Start.Value, 0, [.. text[members[_random.Next(members.Count)]], (byte)',']);
            case 4 when length > 2 && text[at] == '"':
                var letter = at + 1 + _random.Next(length - 2);
                return Replace(text, letter, 1, Encoding.ASCII.GetBytes($"\\u{(int)text[letter]:x4}"));
            case 5:
                var depth = _random.Next(1, 300);
                return Replace(text, at, length, [.. Enumerable.Repeat((byte)'[', depth), .. text[value], .. Enumerable.Repeat((byte)']', depth)]);
            default:
                return Replace(text, member.Start.Value, member.End.Value - member.Start.Value, text[value]);
        }
    }

    private static void Find(byte[] text, List<Range> values, List<Range> members)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = 1000 });
        var open = new Stack<int>();
        var names = new Stack<int>();
        names.Push(-1);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    names.Pop();
                    names.Push(start);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(start);
                    names.Push(-1);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    start = open.Pop();
                    names.Pop();
                    break;
            }

            var end = (int)reader.BytesConsumed;
            values.Add(start..end);
            if (names.Peek() >= 0)
            {
                members.Add(names.Peek()..end);
                names.Pop();
                names.Push(-1);
            }
        }
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static byte[] Replace(byte[] text, int at, int length, byte[] by) => [.. text[..at], .. by, .. text[(at + length)..]];
}
