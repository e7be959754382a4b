using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>A response of Amazon Bedrock, read into a type of this module.</summary>
internal sealed class Reply<T> : AmazonWebServiceResponse
{
    // The SDK requires a constructor without parameters.
    public T Value { get; init; } = default!;
}

/// <summary>Reads a body that consists of exactly one JSON object.</summary>
internal static class ReplyDocument
{
    // The limit of the AWS SDK.
    private const int MaxDepth = 256;

    /// <exception cref="JsonException">The body contains something else.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, StructureReader<T> structure, out string? missing)
        where T : class, new()
    {
        var json = ReaderOf(body);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(SR.NotAnObject);
        }

        var result = structure.Read(ref json, out missing);

        // Throws if more data follows: if there were two pages, the second one would be lost.
        json.Read();
        return result;
    }

    /// <summary>Creates a reader for a body, which can begin with a byte order mark.</summary>
    public static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> body) => new(
        body.StartsWith("\uFEFF"u8) ? body[3..] : body,
        new JsonReaderOptions { AllowTrailingCommas = true, MaxDepth = MaxDepth });
}
