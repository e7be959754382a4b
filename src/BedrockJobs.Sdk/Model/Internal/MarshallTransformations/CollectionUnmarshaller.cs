using System.Collections.Generic;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads lists and maps with Core's unmarshallers, once it is sure that there is one.</summary>
/// <remarks>Handed anything else, those look for an end that never comes, and fill the memory meanwhile.</remarks>
internal static class CollectionUnmarshaller
{
    /// <summary>Reads a list without the nulls that it holds; null for a JSON null.</summary>
    /// <exception cref="JsonException">The next value is neither a list nor null.</exception>
    public static List<T>? List<T>(
        IJsonUnmarshaller<T?, JsonUnmarshallerContext> item,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
        where T : class
    {
        Expect(JsonTokenType.StartArray, context, ref reader);
        List<T>? list = new JsonListUnmarshaller<T, IJsonUnmarshaller<T, JsonUnmarshallerContext>>(item!)
            .Unmarshall(context, ref reader);
        // The API's lists are dense, and those who read them need not expect a null.
        list?.RemoveAll(static value => value is null);
        return list;
    }

    /// <summary>Reads a map of strings; null for a JSON null.</summary>
    /// <exception cref="JsonException">The next value is neither an object nor null.</exception>
    public static Dictionary<string, string>? StringMap(
        JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        Expect(JsonTokenType.StartObject, context, ref reader);
        return new JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller>(
            StringUnmarshaller.Instance, StringUnmarshaller.Instance).Unmarshall(context, ref reader);
    }

    private static void Expect(
        JsonTokenType start, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (!context.Peek(start, ref reader) && context.CurrentTokenType != JsonTokenType.Null)
            throw new JsonException($"Expected {start}, but found {context.CurrentTokenType}.");
    }
}
