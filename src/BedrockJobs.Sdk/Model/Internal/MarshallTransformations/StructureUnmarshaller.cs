using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a JSON object into a <typeparamref name="T"/>, one member after another.</summary>
/// <remarks>
/// Members that are not known, of whatever shape, are passed over. As in the package, nothing is checked: what is not an
/// object is read as one, to whatever end.
/// </remarks>
public abstract class StructureUnmarshaller<T> : IJsonUnmarshaller<T, JsonUnmarshallerContext>
    where T : class, new()
{
    /// <summary>Reads the next value; null for a JSON null.</summary>
    public T Unmarshall(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        input.Read(ref reader);
        if (input.CurrentTokenType == JsonTokenType.Null)
        {
            return null!;
        }

        var result = new T();
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (input.CurrentTokenType == JsonTokenType.PropertyName && input.CurrentDepth == depth)
            {
                ReadMember(result, Name(ref reader), input, ref reader);
            }
        }

        return result;
    }

    /// <summary>Reads the value of the member with this name, on which the reader stands, where it is known.</summary>
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
