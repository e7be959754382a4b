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
        RequestMetadataBaseFilters filters, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("equals"))
            filters.Equals = CollectionUnmarshaller.StringMap(context, ref reader);
        else if (reader.ValueTextEquals("notEquals"))
            filters.NotEquals = CollectionUnmarshaller.StringMap(context, ref reader);
    }
}
