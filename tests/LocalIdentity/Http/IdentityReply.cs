using System.Text.Json;

namespace LocalIdentity.Http;

/// <summary>A response, and the key in it.</summary>
internal sealed record IdentityReply(ApiReply Reply, TemporaryKey? Issued = null)
{
    public static IdentityReply Json(int status, Action<Utf8JsonWriter> writeMembers, TemporaryKey? issued = null) => new(
        ApiReply.Json(status, json =>
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }),
        issued);

    public static IdentityReply Text(int status, string text, string contentType = "text/plain") =>
        new(new ApiReply(status, Encoding.UTF8.GetBytes(text)) { ContentType = contentType });

    /// <summary>For the log.</summary>
    public IdentityReply WithErrorType(string type) => this with { Reply = Reply with { ErrorType = type } };

    /// <summary>Also for the client, in the format of services that use JSON.</summary>
    public IdentityReply WithErrorHeader(string type) =>
        WithErrorType(type).WithHeader("x-amzn-ErrorType", type);

    public IdentityReply WithHeader(string name, string value) =>
        this with { Reply = Reply with { Headers = new Dictionary<string, string> { [name] = value } } };
}
