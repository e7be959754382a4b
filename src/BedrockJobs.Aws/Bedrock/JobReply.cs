using System.Text.Json;
using Sdk = Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a response of <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </summary>
internal static class JobReply
{
    private static readonly StructureReader<Sdk.InvocationLogSource> InvocationLogSource = new()
    {
        { "s3Uri", static (Sdk.InvocationLogSource part, ref Utf8JsonReader json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<Sdk.RequestMetadataBaseFilters> BaseFilters = new()
    {
        { "equals", static (Sdk.RequestMetadataBaseFilters part, ref Utf8JsonReader json) => part.Equals = JsonValue.Map(ref json) },
        { "notEquals", static (Sdk.RequestMetadataBaseFilters part, ref Utf8JsonReader json) => part.NotEquals = JsonValue.Map(ref json) },
    };

    private static readonly StructureReader<Sdk.RequestMetadataFilters> Filters = new()
    {
        { "equals", static (Sdk.RequestMetadataFilters part, ref Utf8JsonReader json) => part.Equals = JsonValue.Map(ref json) },
        { "notEquals", static (Sdk.RequestMetadataFilters part, ref Utf8JsonReader json) => part.NotEquals = JsonValue.Map(ref json) },
        { "andAll", static (Sdk.RequestMetadataFilters part, ref Utf8JsonReader json) => part.AndAll = JsonValue.List(ref json, BaseFilters) },
        { "orAll", static (Sdk.RequestMetadataFilters part, ref Utf8JsonReader json) => part.OrAll = JsonValue.List(ref json, BaseFilters) },
    };

    private static readonly StructureReader<Sdk.InvocationLogsConfig> InvocationLogs = new()
    {
        { "usePromptResponse", static (Sdk.InvocationLogsConfig part, ref Utf8JsonReader json) => part.UsePromptResponse = JsonValue.Flag(ref json) },
        { "invocationLogSource", static (Sdk.InvocationLogsConfig part, ref Utf8JsonReader json) => part.InvocationLogSource = InvocationLogSource.Read(ref json) },
        { "requestMetadataFilters", static (Sdk.InvocationLogsConfig part, ref Utf8JsonReader json) => part.RequestMetadataFilters = Filters.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.TrainingDataConfig> TrainingData = new()
    {
        { "s3Uri", static (Sdk.TrainingDataConfig part, ref Utf8JsonReader json) => part.S3Uri = JsonValue.Text(ref json) },
        { "invocationLogsConfig", static (Sdk.TrainingDataConfig part, ref Utf8JsonReader json) => part.InvocationLogsConfig = InvocationLogs.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.Validator> Validator = new()
    {
        { "s3Uri", static (Sdk.Validator part, ref Utf8JsonReader json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<Sdk.ValidationDataConfig> ValidationData = new()
    {
        { "validators", static (Sdk.ValidationDataConfig part, ref Utf8JsonReader json) => part.Validators = JsonValue.List(ref json, Validator) },
    };

    private static readonly StructureReader<Sdk.OutputDataConfig> OutputData = new()
    {
        { "s3Uri", static (Sdk.OutputDataConfig part, ref Utf8JsonReader json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<Sdk.TrainingMetrics> Training = new()
    {
        { "trainingLoss", static (Sdk.TrainingMetrics part, ref Utf8JsonReader json) => part.TrainingLoss = JsonValue.Fraction(ref json) },
    };

    private static readonly StructureReader<Sdk.ValidatorMetric> Validation = new()
    {
        { "validationLoss", static (Sdk.ValidatorMetric part, ref Utf8JsonReader json) => part.ValidationLoss = JsonValue.Fraction(ref json) },
    };

    private static readonly StructureReader<Sdk.VpcConfig> Vpc = new()
    {
        { "subnetIds", static (Sdk.VpcConfig part, ref Utf8JsonReader json) => part.SubnetIds = JsonValue.Texts(ref json) },
        { "securityGroupIds", static (Sdk.VpcConfig part, ref Utf8JsonReader json) => part.SecurityGroupIds = JsonValue.Texts(ref json) },
    };

    private static readonly StructureReader<Sdk.TeacherModelConfig> Teacher = new()
    {
        { "teacherModelIdentifier", static (Sdk.TeacherModelConfig part, ref Utf8JsonReader json) => part.TeacherModelIdentifier = JsonValue.Text(ref json) },
        { "maxResponseLengthForInference", static (Sdk.TeacherModelConfig part, ref Utf8JsonReader json) => part.MaxResponseLengthForInference = JsonValue.Whole(ref json) },
    };

    private static readonly StructureReader<Sdk.DistillationConfig> Distillation = new()
    {
        { "teacherModelConfig", static (Sdk.DistillationConfig part, ref Utf8JsonReader json) => part.TeacherModelConfig = Teacher.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.LambdaGraderConfig> LambdaGrader = new()
    {
        { "lambdaArn", static (Sdk.LambdaGraderConfig part, ref Utf8JsonReader json) => part.LambdaArn = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<Sdk.GraderConfig> Grader = new()
    {
        { "lambdaGrader", static (Sdk.GraderConfig part, ref Utf8JsonReader json) => part.LambdaGrader = LambdaGrader.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.RFTHyperParameters> RftParameters = new()
    {
        { "epochCount", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.EpochCount = JsonValue.Whole(ref json) },
        { "batchSize", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.BatchSize = JsonValue.Whole(ref json) },
        { "learningRate", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.LearningRate = JsonValue.Fraction(ref json) },
        { "maxPromptLength", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.MaxPromptLength = JsonValue.Whole(ref json) },
        { "trainingSamplePerPrompt", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.TrainingSamplePerPrompt = JsonValue.Whole(ref json) },
        { "inferenceMaxTokens", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.InferenceMaxTokens = JsonValue.Whole(ref json) },
        { "reasoningEffort", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.ReasoningEffort = JsonValue.Text(ref json) },
        { "evalInterval", static (Sdk.RFTHyperParameters part, ref Utf8JsonReader json) => part.EvalInterval = JsonValue.Whole(ref json) },
    };

    private static readonly StructureReader<Sdk.RFTConfig> Rft = new()
    {
        { "graderConfig", static (Sdk.RFTConfig part, ref Utf8JsonReader json) => part.GraderConfig = Grader.Read(ref json) },
        { "hyperParameters", static (Sdk.RFTConfig part, ref Utf8JsonReader json) => part.HyperParameters = RftParameters.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.CustomizationConfig> Customization = new()
    {
        { "distillationConfig", static (Sdk.CustomizationConfig part, ref Utf8JsonReader json) => part.DistillationConfig = Distillation.Read(ref json) },
        { "rftConfig", static (Sdk.CustomizationConfig part, ref Utf8JsonReader json) => part.RftConfig = Rft.Read(ref json) },
    };

    private static readonly StructureReader<Sdk.GetModelCustomizationJobResponse> Job = new()
    {
        { "jobArn", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.JobArn = JsonValue.Text(ref json) },
        { "jobName", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.JobName = JsonValue.Text(ref json) },
        { "outputModelName", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.OutputModelName = JsonValue.Text(ref json) },
        { "outputModelArn", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.OutputModelArn = JsonValue.Text(ref json) },
        { "clientRequestToken", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.ClientRequestToken = JsonValue.Text(ref json) },
        { "roleArn", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.RoleArn = JsonValue.Text(ref json) },
        { "status", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.Status = JsonValue.Text(ref json) },
        { "statusDetails", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.StatusDetails = ListReply.StatusDetails.Read(ref json) },
        { "failureMessage", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.FailureMessage = JsonValue.Text(ref json) },
        { "creationTime", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.CreationTime = JsonValue.Time(ref json) },
        { "lastModifiedTime", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.LastModifiedTime = JsonValue.Time(ref json) },
        { "endTime", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.EndTime = JsonValue.Time(ref json) },
        { "baseModelArn", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.BaseModelArn = JsonValue.Text(ref json) },
        { "hyperParameters", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.HyperParameters = JsonValue.Map(ref json) },
        { "trainingDataConfig", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.TrainingDataConfig = TrainingData.Read(ref json) },
        { "validationDataConfig", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.ValidationDataConfig = ValidationData.Read(ref json) },
        { "outputDataConfig", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.OutputDataConfig = OutputData.Read(ref json) },
        { "customizationType", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.CustomizationType = JsonValue.Text(ref json) },
        { "outputModelKmsKeyArn", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.OutputModelKmsKeyArn = JsonValue.Text(ref json) },
        { "trainingMetrics", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.TrainingMetrics = Training.Read(ref json) },
        { "validationMetrics", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.ValidationMetrics = JsonValue.List(ref json, Validation) },
        { "vpcConfig", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.VpcConfig = Vpc.Read(ref json) },
        { "customizationConfig", static (Sdk.GetModelCustomizationJobResponse job, ref Utf8JsonReader json) => job.CustomizationConfig = Customization.Read(ref json) },
    };

    /// <summary>Reads the response.</summary>
    public static readonly ReplyUnmarshaller<Sdk.GetModelCustomizationJobResponse> Unmarshaller = new(Read, DetailMapper.MissingMembers);

    /// <summary>Reads the body of a success response.</summary>
    /// <exception cref="JsonException">The body doesn't describe a job.</exception>
    public static Sdk.GetModelCustomizationJobResponse Read(ReadOnlySpan<byte> body) => ReplyDocument.Read(body, Job);
}
