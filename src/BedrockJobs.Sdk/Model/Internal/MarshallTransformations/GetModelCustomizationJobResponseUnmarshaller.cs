using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads the reply of GetModelCustomizationJob.</summary>
public sealed class GetModelCustomizationJobResponseUnmarshaller
    : BedrockResponseUnmarshaller<GetModelCustomizationJobResponse>
{
    private GetModelCustomizationJobResponseUnmarshaller() : base(new BodyUnmarshaller())
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static GetModelCustomizationJobResponseUnmarshaller Instance { get; } = new();

    private sealed class BodyUnmarshaller : StructureUnmarshaller<GetModelCustomizationJobResponse>
    {
        protected override void ReadMember(
            GetModelCustomizationJobResponse job, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
        {
            if (reader.ValueTextEquals("jobArn"))
                job.JobArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("jobName"))
                job.JobName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("outputModelName"))
                job.OutputModelName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("outputModelArn"))
                job.OutputModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("clientRequestToken"))
                job.ClientRequestToken = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("roleArn"))
                job.RoleArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("status"))
                job.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("statusDetails"))
                job.StatusDetails = StatusDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("failureMessage"))
                job.FailureMessage = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("creationTime"))
                job.CreationTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("lastModifiedTime"))
                job.LastModifiedTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("endTime"))
                job.EndTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("baseModelArn"))
                job.BaseModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("hyperParameters"))
                job.HyperParameters = CollectionUnmarshaller.StringMap(context, ref reader);
            else if (reader.ValueTextEquals("trainingDataConfig"))
                job.TrainingDataConfig = TrainingDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("validationDataConfig"))
                job.ValidationDataConfig = ValidationDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("outputDataConfig"))
                job.OutputDataConfig = OutputDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("customizationType"))
                job.CustomizationType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("outputModelKmsKeyArn"))
                job.OutputModelKmsKeyArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("trainingMetrics"))
                job.TrainingMetrics = TrainingMetricsUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("validationMetrics"))
                job.ValidationMetrics = CollectionUnmarshaller.List(ValidatorMetricUnmarshaller.Instance, context, ref reader);
            else if (reader.ValueTextEquals("vpcConfig"))
                job.VpcConfig = VpcConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (reader.ValueTextEquals("customizationConfig"))
                job.CustomizationConfig = CustomizationConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
