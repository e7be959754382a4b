using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBedrock.Http;

/// <summary>A reply of the API, whole, before any of it is sent.</summary>
internal sealed record ApiReply(int Status, ReadOnlyMemory<byte> Body)
{
    // AWS escapes no more than JSON demands, where .NET by default escapes the plus of a token as well.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? ErrorType { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>How many jobs a listing's page holds; null for every other reply.</summary>
    public int? Items { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What is sent in place of all this, head included; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Raw { get; init; }

    /// <param name="write">Writes one JSON value, straight into the bytes that are sent.</param>
    public static ApiReply Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Unescaped))
            write(writer);
        return new ApiReply(status, buffer.WrittenMemory);
    }

    /// <param name="status">Null is the status that the error type has in the API.</param>
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
