using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ModelCustomizationJobSummary"/>.</summary>
public sealed class ModelCustomizationJobSummaryUnmarshaller : StructureUnmarshaller<ModelCustomizationJobSummary>
{
    private ModelCustomizationJobSummaryUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ModelCustomizationJobSummaryUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        ModelCustomizationJobSummary job, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("jobArn"))
            job.JobArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("jobName"))
            job.JobName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("baseModelArn"))
            job.BaseModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("status"))
            job.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("statusDetails"))
            job.StatusDetails = StatusDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("creationTime"))
            job.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("lastModifiedTime"))
            job.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("endTime"))
            job.EndTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("customModelArn"))
            job.CustomModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("customModelName"))
            job.CustomModelName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        else if (reader.ValueTextEquals("customizationType"))
            job.CustomizationType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
