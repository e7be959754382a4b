using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBedrock.Http;

/// <summary>A complete response of the API, before any part of it is sent.</summary>
internal sealed record ApiReply(int Status, ReadOnlyMemory<byte> Body)
{
    // AWS escapes only what JSON requires. By default, .NET also escapes the plus sign of a token.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? ErrorType { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>The number of jobs on the page of a listing; null for other responses.</summary>
    public int? Items { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The bytes that are sent instead, including the head; null for none.</summary>
    public ReadOnlyMemory<byte>? Raw { get; init; }

    /// <param name="write">Writes one JSON value directly into the bytes that are sent.</param>
    public static ApiReply Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Unescaped))
        {
            write(writer);
        }

        return new ApiReply(status, buffer.WrittenMemory);
    }

    /// <param name="status">The HTTP status; null for the status of the error type in the API.</param>
    public static ApiReply Error(string? type, string message, int? status = null) =>
        Json(status ?? (type is null ? 500 : ErrorTypes.StatusOf(type)), json =>
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteEndObject();
        }) with
        {
            ErrorType = type,
        };
}
