using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBedrock.Admin;

/// <summary>An API below <c>/local/</c>, for tests to inspect and control a server.</summary>
internal abstract class AdminApi
{
    protected static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool Handles(RequestTarget target) => target.Segments is ["local", ..];

    public async Task HandleAsync(HttpContext context, RequestTarget target)
    {
        var status = 200;
        ReadOnlyMemory<byte> reply;
        try
        {
            using var body = context.Request.Method == "POST"
                ? await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted)
                : null;
            reply = Answer(context.Request.Method, [.. target.Segments.Skip(1)], target.Query, body?.RootElement ?? default)
                ?? throw new AdminException($"{context.Request.Method} {target.Path} isn't part of the admin API.");
        }
        catch (Exception e) when (e is AdminException or JsonException)
        {
            status = 400;
            reply = ApiReply.Error(null, e.Message).Body;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = reply.Length;
        await context.Response.Body.WriteAsync(reply, context.RequestAborted);
    }

    /// <returns>The body of the reply; null if the request isn't part of the API.</returns>
    /// <exception cref="AdminException">The request isn't valid.</exception>
    protected abstract ReadOnlyMemory<byte>? Answer(
        string method, string[] path, IReadOnlyDictionary<string, string> query, JsonElement body);

    protected static ReadOnlyMemory<byte> Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);
}
