using System.Text.Json;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a response of <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html">GetModelCustomizationJob</see>.
/// </summary>
internal static class JobReply
{
    private static readonly StructureReader<InvocationLogSource> LogSource = new()
    {
        { "s3Uri", static (part, ref json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<RequestMetadataBaseFilters> BaseFilters = new()
    {
        { "equals", static (part, ref json) => part.Equals = JsonValue.Map(ref json) },
        { "notEquals", static (part, ref json) => part.NotEquals = JsonValue.Map(ref json) },
    };

    private static readonly StructureReader<RequestMetadataFilters> Filters = new()
    {
        { "equals", static (part, ref json) => part.Equals = JsonValue.Map(ref json) },
        { "notEquals", static (part, ref json) => part.NotEquals = JsonValue.Map(ref json) },
        { "andAll", static (part, ref json) => part.AndAll = JsonValue.List(ref json, BaseFilters) },
        { "orAll", static (part, ref json) => part.OrAll = JsonValue.List(ref json, BaseFilters) },
    };

    private static readonly StructureReader<InvocationLogsConfig> Logs = new()
    {
        { "usePromptResponse", static (part, ref json) => part.UsePromptResponse = json.GetBoolean() },
        { "invocationLogSource", static (part, ref json) => part.InvocationLogSource = LogSource.Read(ref json) },
        { "requestMetadataFilters", static (part, ref json) => part.RequestMetadataFilters = Filters.Read(ref json) },
    };

    private static readonly StructureReader<TrainingDataConfig> TrainingData = new()
    {
        { "s3Uri", static (part, ref json) => part.S3Uri = JsonValue.Text(ref json) },
        { "invocationLogsConfig", static (part, ref json) => part.InvocationLogsConfig = Logs.Read(ref json) },
    };

    private static readonly StructureReader<Validator> Validator = new()
    {
        { "s3Uri", static (part, ref json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<ValidationDataConfig> ValidationData = new()
    {
        { "validators", static (part, ref json) => part.Validators = JsonValue.List(ref json, Validator) },
    };

    private static readonly StructureReader<OutputDataConfig> OutputData = new()
    {
        { "s3Uri", static (part, ref json) => part.S3Uri = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<TrainingMetrics> Training = new()
    {
        { "trainingLoss", static (part, ref json) => part.TrainingLoss = JsonValue.Fraction(ref json) },
    };

    private static readonly StructureReader<ValidatorMetric> Validation = new()
    {
        { "validationLoss", static (part, ref json) => part.ValidationLoss = JsonValue.Fraction(ref json) },
    };

    private static readonly StructureReader<VpcConfig> Vpc = new()
    {
        { "subnetIds", static (part, ref json) => part.SubnetIds = JsonValue.Texts(ref json) },
        { "securityGroupIds", static (part, ref json) => part.SecurityGroupIds = JsonValue.Texts(ref json) },
    };

    private static readonly StructureReader<TeacherModelConfig> Teacher = new()
    {
        { "teacherModelIdentifier", static (part, ref json) => part.TeacherModelIdentifier = JsonValue.Text(ref json) },
        { "maxResponseLengthForInference", static (part, ref json) => part.MaxResponseLengthForInference = json.GetInt32() },
    };

    private static readonly StructureReader<DistillationConfig> Distillation = new()
    {
        { "teacherModelConfig", static (part, ref json) => part.TeacherModelConfig = Teacher.Read(ref json) },
    };

    private static readonly StructureReader<LambdaGraderConfig> LambdaGrader = new()
    {
        { "lambdaArn", static (part, ref json) => part.LambdaArn = JsonValue.Text(ref json) },
    };

    private static readonly StructureReader<GraderConfig> Grader = new()
    {
        { "lambdaGrader", static (part, ref json) => part.LambdaGrader = LambdaGrader.Read(ref json) },
    };

    private static readonly StructureReader<RftHyperParameters> RftParameters = new()
    {
        { "epochCount", static (part, ref json) => part.EpochCount = json.GetInt32() },
        { "batchSize", static (part, ref json) => part.BatchSize = json.GetInt32() },
        { "learningRate", static (part, ref json) => part.LearningRate = JsonValue.Fraction(ref json) },
        { "maxPromptLength", static (part, ref json) => part.MaxPromptLength = json.GetInt32() },
        { "trainingSamplePerPrompt", static (part, ref json) => part.TrainingSamplePerPrompt = json.GetInt32() },
        { "inferenceMaxTokens", static (part, ref json) => part.InferenceMaxTokens = json.GetInt32() },
        { "reasoningEffort", static (part, ref json) => part.ReasoningEffort = JsonValue.Text(ref json) },
        { "evalInterval", static (part, ref json) => part.EvalInterval = json.GetInt32() },
    };

    private static readonly StructureReader<RftConfig> Rft = new()
    {
        { "graderConfig", static (part, ref json) => part.GraderConfig = Grader.Read(ref json) },
        { "hyperParameters", static (part, ref json) => part.HyperParameters = RftParameters.Read(ref json) },
    };

    private static readonly StructureReader<CustomizationConfig> Customization = new()
    {
        { "distillationConfig", static (part, ref json) => part.DistillationConfig = Distillation.Read(ref json) },
        { "rftConfig", static (part, ref json) => part.RftConfig = Rft.Read(ref json) },
    };

    private static readonly StructureReader<CustomizationJobDetail> Job = new("jobArn", "jobName", "baseModelArn", "creationTime")
    {
        ListReply.MembersOfJob<CustomizationJobDetail>("outputModelArn", "outputModelName"),
        { "clientRequestToken", static (job, ref json) => job.ClientRequestToken = JsonValue.Text(ref json) },
        { "roleArn", static (job, ref json) => job.RoleArn = JsonValue.Text(ref json) },
        { "failureMessage", static (job, ref json) => job.FailureMessage = JsonValue.Text(ref json) },
        { "hyperParameters", static (job, ref json) => job.HyperParameters = JsonValue.Map(ref json) },
        { "trainingDataConfig", static (job, ref json) => job.TrainingDataConfig = TrainingData.Read(ref json) },
        { "validationDataConfig", static (job, ref json) => job.ValidationDataConfig = ValidationData.Read(ref json) },
        { "outputDataConfig", static (job, ref json) => job.OutputDataConfig = OutputData.Read(ref json) },
        { "outputModelKmsKeyArn", static (job, ref json) => job.OutputModelKmsKeyArn = JsonValue.Text(ref json) },
        { "trainingMetrics", static (job, ref json) => job.TrainingMetrics = Training.Read(ref json) },
        { "validationMetrics", static (job, ref json) => job.ValidationMetrics = JsonValue.List(ref json, Validation) },
        { "vpcConfig", static (job, ref json) => job.VpcConfig = Vpc.Read(ref json) },
        { "customizationConfig", static (job, ref json) => job.CustomizationConfig = Customization.Read(ref json) },
    };

    /// <summary>Reads the body of a success response.</summary>
    /// <exception cref="JsonException">The body doesn't describe a job.</exception>
    public static CustomizationJobDetail Read(ReadOnlySpan<byte> body, string? requestId, out string? missing)
    {
        var job = ReplyDocument.Read(body, Job, out missing);
        job.RequestId = requestId;
        return job;
    }
}
