using System;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a time, as UTC and exact to the fraction sent; null for a JSON null.</summary>
/// <remarks>
/// A job has up to nine times, and Core makes a text of each and parses that, which is most of the cost of a page. The
/// form that AWS sends is read by System.Text.Json from the bytes; every other is left to Core.
/// </remarks>
public sealed class TimeUnmarshaller : IJsonUnmarshaller<DateTime?, JsonUnmarshallerContext>
{
    private TimeUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static TimeUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public DateTime? Unmarshall(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        // Without a Z it would be read as local time.
        if (input.Peek(JsonTokenType.String, ref reader)
            && reader.ValueSpan is [.., (byte)'Z']
            && reader.Reader.TryGetDateTimeOffset(out var time))
        {
            input.Read(ref reader);
            return time.UtcDateTime;
        }

        return NullableDateTimeUnmarshaller.Instance.Unmarshall(input, ref reader);
    }
}
