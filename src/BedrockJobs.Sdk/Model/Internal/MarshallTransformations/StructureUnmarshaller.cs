using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a JSON object into a <typeparamref name="T"/>, one member after another.</summary>
/// <remarks>Members that are not known, of whatever shape, are passed over: the service may add some at any time.</remarks>
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
                ReadMember(result, input, ref reader);
        }

        return result;
    }

    /// <summary>Reads the value of the member that the reader stands on, where it is a known one.</summary>
    protected abstract void ReadMember(T target, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader);
}
