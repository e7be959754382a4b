using System.Text.Encodings.Web;
using System.Text.Json;
using LocalBedrock.Admin;
using LocalBedrock.Http;

namespace LocalIdentity.Admin;

/// <summary>The API below <c>/local/</c>, for tests to inspect and control the server. README.md describes it.</summary>
internal sealed class AdminEndpoint(SettingsStore settings, Log<LogEntry> requests, Log<ProxyEntry> proxied)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool Handles(RequestTarget target) => target.Segments is ["local", ..];

    public async Task HandleAsync(HttpContext context, RequestTarget target)
    {
        try
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            await ReplyAsync(context, 200, Answer(context.Request.Method, target, body));
        }
        catch (AdminException e)
        {
            await ReplyAsync(context, 400, ApiReply.Error(null, e.Message).Body);
        }
    }

    private ReadOnlyMemory<byte> Answer(string method, RequestTarget target, string body)
    {
        switch (method, target.Segments.Skip(1).ToArray())
        {
            case ("GET", ["requests"]):
                return Bytes(requests.Entries());
            case ("DELETE", ["requests"]):
                requests.Clear();
                return Bytes(requests.Entries());

            case ("GET", ["proxied"]):
                return Bytes(proxied.Entries());
            case ("DELETE", ["proxied"]):
                proxied.Clear();
                return Bytes(proxied.Entries());

            case ("GET", ["settings"]):
                return SettingsStore.Write(settings.Current);
            case ("POST", ["settings"]):
                settings.Change(body);
                return SettingsStore.Write(settings.Current);
            case ("DELETE", ["settings"]):
                settings.Reset();
                return SettingsStore.Write(settings.Current);

            default:
                throw new AdminException($"{method} {target.Path} isn't part of the admin API.");
        }
    }

    private static ReadOnlyMemory<byte> Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static async Task ReplyAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
