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
        ModelCustomizationJobSummary job,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("jobArn"u8))
        {
            job.JobArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("jobName"u8))
        {
            job.JobName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("baseModelArn"u8))
        {
            job.BaseModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("status"u8))
        {
            job.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("statusDetails"u8))
        {
            job.StatusDetails = StatusDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("creationTime"u8))
        {
            job.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("lastModifiedTime"u8))
        {
            job.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("endTime"u8))
        {
            job.EndTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("customModelArn"u8))
        {
            job.CustomModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("customModelName"u8))
        {
            job.CustomModelName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("customizationType"u8))
        {
            job.CustomizationType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
