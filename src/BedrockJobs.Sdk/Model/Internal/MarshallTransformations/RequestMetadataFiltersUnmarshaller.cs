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
        RequestMetadataFilters filters, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("equals"))
            filters.Equals = CollectionUnmarshaller.StringMap(context, ref reader);
        else if (reader.ValueTextEquals("notEquals"))
            filters.NotEquals = CollectionUnmarshaller.StringMap(context, ref reader);
        else if (reader.ValueTextEquals("andAll"))
            filters.AndAll = CollectionUnmarshaller.List(RequestMetadataBaseFiltersUnmarshaller.Instance, context, ref reader);
        else if (reader.ValueTextEquals("orAll"))
            filters.OrAll = CollectionUnmarshaller.List(RequestMetadataBaseFiltersUnmarshaller.Instance, context, ref reader);
    }
}
