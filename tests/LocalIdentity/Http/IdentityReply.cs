using System;
using System.Text;
using System.Text.Json;
using LocalBedrock.Http;
using LocalBedrock.Signing;

namespace LocalIdentity.Http;

/// <summary>A reply, and the key that is in it.</summary>
internal sealed record IdentityReply(ApiReply Reply, TemporaryKey? HandedOut = null)
{
    public static IdentityReply Json(int status, Action<Utf8JsonWriter> writeMembers, TemporaryKey? handedOut = null) => new(
        ApiReply.Json(status, json =>
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }),
        handedOut);

    public static IdentityReply Text(int status, string text, string contentType = "text/plain") =>
        new(new ApiReply(status, Encoding.UTF8.GetBytes(text)) { ContentType = contentType });

    public IdentityReply WithErrorType(string type) => this with { Reply = Reply with { ErrorType = type } };
}
