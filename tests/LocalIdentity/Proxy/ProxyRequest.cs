namespace LocalIdentity.Proxy;

/// <summary>The head of a request to a proxy, and the part of the body that arrived with it.</summary>
internal sealed record ProxyRequest(string Method, string Target, string Version, IReadOnlyList<string> Headers, byte[] Rest)
{
    private const int LongestHead = 64 * 1024;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    public string? Header(string name) => Headers
        .Where(h => h.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(h => h[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    /// <returns>Null if the client disconnects before the head is complete, or sends none.</returns>
    public static async Task<ProxyRequest?> ReadAsync(Stream client, CancellationToken cancellation)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf(EndOfHead)) < 0)
        {
            var read = length < buffer.Length ? await client.ReadAsync(buffer.AsMemory(length), cancellation) : 0;
            if (read == 0)
            {
                return null;
            }

            length += read;
        }

        var lines = Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n");
        var words = lines[0].Split(' ');
        return words.Length == 3
            ? new ProxyRequest(words[0], words[1], words[2], lines[1..], buffer[(end + EndOfHead.Length)..length])
            : null;
    }

    /// <summary>The request for the origin. The origin closes the connection, which shows the end of the response.</summary>
    public byte[] ForOrigin(Uri target)
    {
        var kept = Headers.Where(h =>
            !h.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase) && !h.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        var head = string.Join("\r\n", [$"{Method} {target.PathAndQuery} {Version}", .. kept, "Connection: close", "", ""]);
        return [.. Encoding.Latin1.GetBytes(head), .. Rest];
    }
}
