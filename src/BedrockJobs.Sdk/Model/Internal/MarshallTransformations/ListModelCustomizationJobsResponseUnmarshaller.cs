using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads the response of ListModelCustomizationJobs.</summary>
public sealed class ListModelCustomizationJobsResponseUnmarshaller
    : BedrockResponseUnmarshaller<ListModelCustomizationJobsResponse>
{
    private ListModelCustomizationJobsResponseUnmarshaller() : base(new BodyUnmarshaller())
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ListModelCustomizationJobsResponseUnmarshaller Instance { get; } = new();

    private sealed class BodyUnmarshaller : StructureUnmarshaller<ListModelCustomizationJobsResponse>
    {
        protected override void ReadMember(
            ListModelCustomizationJobsResponse page,
            scoped ReadOnlySpan<byte> name,
            JsonUnmarshallerContext context,
            ref StreamingUtf8JsonReader reader)
        {
            if (name.SequenceEqual("modelCustomizationJobSummaries"u8))
            {
                page.ModelCustomizationJobSummaries = new JsonListUnmarshaller<ModelCustomizationJobSummary, ModelCustomizationJobSummaryUnmarshaller>(
                    ModelCustomizationJobSummaryUnmarshaller.Instance).Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("nextToken"u8))
            {
                page.NextToken = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
        }
    }
}
