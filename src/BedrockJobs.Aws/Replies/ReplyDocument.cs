using System;
using System.Text.Json;

namespace BedrockJobs.Aws.Replies;

/// <summary>Reads a body that is one JSON object and nothing else.</summary>
internal static class ReplyDocument
{
    // As much as the AWS SDK allows.
    private const int MaxDepth = 256;

    /// <exception cref="JsonException">The body is something else.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, StructureReader<T> structure)
        where T : class, new()
    {
        var reader = ReaderOf(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(SR.NotAnObject);
        }

        var result = structure.Read(ref reader);

        // Throws where more follows: of two pages behind one another, one would be lost.
        reader.Read();
        return result;
    }

    /// <summary>A reader of a body, which may begin with a byte order mark.</summary>
    public static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> body) => new(
        body.StartsWith("\uFEFF"u8) ? body[3..] : body,
        new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = MaxDepth });
}
