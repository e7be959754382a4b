using System.Text.Json;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// The error in a response body: see
/// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization. Content that can't be
/// read is ignored.
/// </summary>
/// <param name="Code">The error code, such as <c>ThrottlingException</c>; null for none.</param>
/// <param name="Message">The message of the service; null for none.</param>
internal sealed record NamedError(string? Code, string? Message)
{
    private static readonly NamedError None = new(null, null);

    /// <summary>Whether the body contains an error.</summary>
    public bool IsAny => Code is not null || Message is not null;

    /// <summary>Returns the error in a body of any content type.</summary>
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

    /// <summary>Returns a code without the prefix and suffix that some services add.</summary>
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
                    case "error" or "Output" when reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1:
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
            // The members before the invalid JSON count.
        }

        return new NamedError(ShortName(type) ?? ShortName(code) ?? inner.Code, message ?? inner.Message);
    }

    private static bool IsName(string text) => text.All(char.IsAsciiLetter);

    // The layer in front of the AWS services responds in XML if it can't determine the service.
    private static NamedError InXml(ReadOnlySpan<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray());
        using var context = new XmlUnmarshallerContext(stream, maintainResponseBody: false, responseData: null);
        var error = new XmlErrorResponseUnmarshaller().Unmarshall(context);

        // Without a code, the SDK creates a message. The name of the root can be the code.
        return ShortName(error.Code) is { } code ? new NamedError(code, error.Message)
            : RootOf(body) is { } root && root.EndsWith("Exception", StringComparison.Ordinal) ? new NamedError(root, null)
            : None;
    }

    private static string? RootOf(ReadOnlySpan<byte> body)
    {
        using var xml = XmlReader.Create(new MemoryStream(body.ToArray()));
        return xml.MoveToContent() == XmlNodeType.Element ? xml.LocalName : null;
    }
}
