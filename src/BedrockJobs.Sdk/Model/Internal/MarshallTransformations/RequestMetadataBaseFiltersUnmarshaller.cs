using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="RequestMetadataBaseFilters"/>.</summary>
public sealed class RequestMetadataBaseFiltersUnmarshaller : StructureUnmarshaller<RequestMetadataBaseFilters>
{
    private RequestMetadataBaseFiltersUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static RequestMetadataBaseFiltersUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        RequestMetadataBaseFilters filters,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("equals"u8))
        {
            filters.Equals = new JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller>(
                StringUnmarshaller.Instance, StringUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("notEquals"u8))
        {
            filters.NotEquals = new JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller>(
                StringUnmarshaller.Instance, StringUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
    }
}
