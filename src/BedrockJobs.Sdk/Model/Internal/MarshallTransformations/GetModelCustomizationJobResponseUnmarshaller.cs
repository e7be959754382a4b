using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads the response of GetModelCustomizationJob.</summary>
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
            GetModelCustomizationJobResponse job,
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
            else if (name.SequenceEqual("outputModelName"u8))
            {
                job.OutputModelName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("outputModelArn"u8))
            {
                job.OutputModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("clientRequestToken"u8))
            {
                job.ClientRequestToken = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("roleArn"u8))
            {
                job.RoleArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("status"u8))
            {
                job.Status = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("statusDetails"u8))
            {
                job.StatusDetails = StatusDetailsUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("failureMessage"u8))
            {
                job.FailureMessage = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
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
            else if (name.SequenceEqual("baseModelArn"u8))
            {
                job.BaseModelArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("hyperParameters"u8))
            {
                job.HyperParameters = new JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller>(
                    StringUnmarshaller.Instance, StringUnmarshaller.Instance).Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("trainingDataConfig"u8))
            {
                job.TrainingDataConfig = TrainingDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("validationDataConfig"u8))
            {
                job.ValidationDataConfig = ValidationDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("outputDataConfig"u8))
            {
                job.OutputDataConfig = OutputDataConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("customizationType"u8))
            {
                job.CustomizationType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("outputModelKmsKeyArn"u8))
            {
                job.OutputModelKmsKeyArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("trainingMetrics"u8))
            {
                job.TrainingMetrics = TrainingMetricsUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("validationMetrics"u8))
            {
                job.ValidationMetrics = new JsonListUnmarshaller<ValidatorMetric, ValidatorMetricUnmarshaller>(
                    ValidatorMetricUnmarshaller.Instance).Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("vpcConfig"u8))
            {
                job.VpcConfig = VpcConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (name.SequenceEqual("customizationConfig"u8))
            {
                job.CustomizationConfig = CustomizationConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
        }
    }
}
