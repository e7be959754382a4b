using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Aws.Replies;

/// <summary>
/// The error that a body names, as far as it does: see
/// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization. What can't be read is passed over.
/// </summary>
/// <param name="Code">The error's name, as in <c>ThrottlingException</c>; null for none.</param>
/// <param name="Message">What the service says of it; null for nothing.</param>
internal sealed record NamedError(string? Code, string? Message)
{
    private static readonly NamedError None = new(null, null);

    /// <summary>Whether the body names any.</summary>
    public bool IsAny => Code is not null || Message is not null;

    /// <summary>The error of a body, which may be of any kind.</summary>
    public static NamedError In(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.TrimStart(" \r\n\t"u8).StartsWith("<"u8) ? InXml(body) : InJson(body);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or XmlException)
        {
            return None;
        }
    }

    /// <summary>A name without what some services put before and behind it.</summary>
    public static string? ShortName(string? code)
    {
        var name = code?[(code.LastIndexOf('#') + 1)..].Split(':', 2)[0].Trim();
        return string.IsNullOrEmpty(name) ? null : name;
    }

    private static NamedError InJson(ReadOnlySpan<byte> body)
    {
        var reader = ReplyDocument.ReaderOf(body);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? InObject(ref reader) : None;
    }

    private static NamedError InObject(ref Utf8JsonReader reader)
    {
        string? type = null, code = null, message = null;
        var inner = None;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                switch (name)
                {
                    case "__type":
                        type ??= text;
                        break;
                    case "code" or "Code":
                        code ??= text;
                        break;
                    case "message" or "Message":
                        message ??= text;
                        break;
                    case "error" when reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1:
                        inner = InObject(ref reader);
                        break;
                    case "error" when text is not null:
                        inner = IsName(text) ? new NamedError(text, null) : new NamedError(null, text);
                        break;
                }

                reader.Skip();
            }
        }
        catch (Exception cut) when (cut is JsonException or InvalidOperationException)
        {
            // What came before it counts.
        }

        return new NamedError(ShortName(type) ?? ShortName(code) ?? inner.Code, message ?? inner.Message);
    }

    private static bool IsName(string text) => text.All(char.IsAsciiLetter);

    // What stands before AWS's services answers in XML where it can't tell which service was meant.
    private static NamedError InXml(ReadOnlySpan<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray());
        using var context = new XmlUnmarshallerContext(stream, maintainResponseBody: false, responseData: null);
        var error = new XmlErrorResponseUnmarshaller().Unmarshall(context);

        // Where there is no code it makes up a message.
        return ShortName(error.Code) is { } code ? new NamedError(code, error.Message) : None;
    }
}
