using System;
using System.Text;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a JSON object into a <typeparamref name="T"/>, one member after another.</summary>
/// <remarks>
/// Members that are not known, of whatever shape, are passed over: the service may add some at any time.
/// </remarks>
public abstract class StructureUnmarshaller<T> : IJsonUnmarshaller<T?, JsonUnmarshallerContext>
    where T : class, new()
{
    /// <summary>Reads the next value; null for a JSON null.</summary>
    /// <exception cref="JsonException">The value is neither an object nor null.</exception>
    public T? Unmarshall(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        input.Read(ref reader);
        if (input.CurrentTokenType == JsonTokenType.Null)
            return null;

        // Core's loops find the end of a value by its depth. On a value that has none they would run past it.
        if (input.CurrentTokenType != JsonTokenType.StartObject)
            throw new JsonException($"Expected an object for {typeof(T).Name}, but found {input.CurrentTokenType}.");

        var result = new T();
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (input.CurrentTokenType == JsonTokenType.PropertyName && input.CurrentDepth == depth)
                ReadMember(result, Name(ref reader), input, ref reader);
        }

        return result;
    }

    /// <summary>Reads the value of the member with this name, on which the reader stands, where it is known.</summary>
    /// <remarks>
    /// The name is raw UTF-8: comparing that costs a tenth of comparing text, and there are many names.
    /// </remarks>
    protected abstract void ReadMember(
        T target,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader);

    private static ReadOnlySpan<byte> Name(ref StreamingUtf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        return name.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(reader.GetString()) : name;
    }
}
