namespace BedrockJobs.Aws.Tests.Loopback;

/// <summary>The exact bytes that a <see cref="LoopbackServer"/> sends, and how it ends the connection.</summary>
internal sealed record Reply(byte[] Bytes, Reply.Ending End = Reply.Ending.Close)
{
    public enum Ending
    {
        Close,
        Reset,
        KeepSilent,
    }

    /// <summary>Neither responds nor closes the connection.</summary>
    public static Reply Silence { get; } = new([], Ending.KeepSilent);

    public static Reply Json(string body, int status = 200, params string[] headers) =>
        Body(body, status, "application/json", headers);

    public static Reply Html(string body, int status = 200) => Body(body, status, "text/html");

    /// <summary>A body of arbitrary bytes.</summary>
    public static Reply Binary(byte[] body, int status = 200) =>
        new([.. Encoding.UTF8.GetBytes(Head(status, "application/json", body.Length, [])), .. body]);

    /// <summary>Announces a number of bytes, and sends fewer or none.</summary>
    public static Reply Cut(string body, int promised, Ending end) =>
        new(Head(200, "application/json", promised, []) is var head ? Concat(head, body) : [], end);

    private static Reply Body(string body, int status, string contentType, params string[] headers) =>
        new(Concat(Head(status, contentType, Encoding.UTF8.GetByteCount(body), headers), body));

    private static byte[] Concat(string head, string body) => Encoding.UTF8.GetBytes(head + body);

    private static string Head(int status, string contentType, int length, string[] headers)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n")
            .Append("Connection: close\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }
}
