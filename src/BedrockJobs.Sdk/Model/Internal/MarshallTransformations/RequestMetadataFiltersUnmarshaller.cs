using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="RequestMetadataFilters"/>.</summary>
public sealed class RequestMetadataFiltersUnmarshaller : StructureUnmarshaller<RequestMetadataFilters>
{
    private RequestMetadataFiltersUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static RequestMetadataFiltersUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        RequestMetadataFilters filters,
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
        else if (name.SequenceEqual("andAll"u8))
        {
            filters.AndAll = new JsonListUnmarshaller<RequestMetadataBaseFilters, RequestMetadataBaseFiltersUnmarshaller>(
                RequestMetadataBaseFiltersUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("orAll"u8))
        {
            filters.OrAll = new JsonListUnmarshaller<RequestMetadataBaseFilters, RequestMetadataBaseFiltersUnmarshaller>(
                RequestMetadataBaseFiltersUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
    }
}
