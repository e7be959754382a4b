namespace LocalBedrock.Validation;

/// <summary>
/// The input of CreateModelCustomizationJob, member by member, as in
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html.
/// </summary>
internal static class CreateJobShapes
{
    private static readonly StringShape CustomModelName = new("CustomModelName")
    {
        Min = 1,
        Max = 63,
        Pattern = @"([0-9a-zA-Z][_-]?){1,63}",
    };

    private static readonly StringShape RoleArn = new("RoleArn")
    {
        Min = 0,
        Max = 2048,
        Pattern = @"arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+",
    };

    private static readonly StringShape IdempotencyToken = new("IdempotencyToken")
    {
        Min = 1,
        Max = 256,
        Pattern = @"[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?",
    };

    private static readonly StringShape BaseModelIdentifier = new("BaseModelIdentifier")
    {
        Min = 1,
        Max = 2048,
        Pattern = @"(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2})))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)",
    };

    private static readonly StringShape CustomizationType = new("CustomizationType")
    {
        Values = ["FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION", "REINFORCEMENT_FINE_TUNING", "IMPORTED"],
    };

    private static readonly StringShape KmsKeyId = new("KmsKeyId")
    {
        Min = 1,
        Max = 2048,
        Pattern = @"(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)",
    };

    private static readonly StringShape TagKey = new("TagKey")
    {
        Min = 1,
        Max = 128,
        Pattern = @"[a-zA-Z0-9\s._:/=+@-]*",
    };

    private static readonly StringShape TagValue = new("TagValue")
    {
        Min = 0,
        Max = 256,
        Pattern = @"[a-zA-Z0-9\s._:/=+@-]*",
    };

    private static readonly StructureShape Tag = new(
        "Tag",
        new Member("key", TagKey, Required: true),
        new Member("value", TagValue, Required: true));

    private static readonly ListShape TagList = new("TagList", Tag, Min: 0, Max: 200);

    private static readonly StringShape S3Uri = new("S3Uri")
    {
        Min = 1,
        Max = 1024,
        Pattern = @"s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?",
    };

    private static readonly BooleanShape UsePromptResponse = new("UsePromptResponse");

    private static readonly StructureShape InvocationLogSource = new(
        "InvocationLogSource",
        new Member("s3Uri", S3Uri))
    {
        IsUnion = true,
    };

    private static readonly StringShape RequestMetadataMapKeyString = new("RequestMetadataMapKeyString")
    {
        Min = 1,
        Max = 256,
        Pattern = @"[a-zA-Z0-9\s._:/=+$@-]{1,256}",
    };

    private static readonly StringShape RequestMetadataMapValueString = new("RequestMetadataMapValueString")
    {
        Min = 0,
        Max = 256,
        Pattern = @"[a-zA-Z0-9\s._:/=+$@-]{0,256}",
    };

    private static readonly MapShape RequestMetadataMap = new(
        "RequestMetadataMap", RequestMetadataMapKeyString, RequestMetadataMapValueString, Min: 1, Max: 1);

    private static readonly StructureShape RequestMetadataBaseFilters = new(
        "RequestMetadataBaseFilters",
        new Member("equals", RequestMetadataMap),
        new Member("notEquals", RequestMetadataMap));

    private static readonly ListShape RequestMetadataFiltersList = new("RequestMetadataFiltersList", RequestMetadataBaseFilters, Min: 1, Max: 16);

    private static readonly StructureShape RequestMetadataFilters = new(
        "RequestMetadataFilters",
        new Member("equals", RequestMetadataMap),
        new Member("notEquals", RequestMetadataMap),
        new Member("andAll", RequestMetadataFiltersList),
        new Member("orAll", RequestMetadataFiltersList))
    {
        IsUnion = true,
    };

    private static readonly StructureShape InvocationLogsConfig = new(
        "InvocationLogsConfig",
        new Member("usePromptResponse", UsePromptResponse),
        new Member("invocationLogSource", InvocationLogSource, Required: true),
        new Member("requestMetadataFilters", RequestMetadataFilters));

    private static readonly StructureShape TrainingDataConfig = new(
        "TrainingDataConfig",
        new Member("s3Uri", S3Uri),
        new Member("invocationLogsConfig", InvocationLogsConfig));

    private static readonly StructureShape Validator = new(
        "Validator",
        new Member("s3Uri", S3Uri, Required: true));

    private static readonly ListShape Validators = new("Validators", Validator, Min: 0, Max: 10);

    private static readonly StructureShape ValidationDataConfig = new(
        "ValidationDataConfig",
        new Member("validators", Validators, Required: true));

    private static readonly StructureShape OutputDataConfig = new(
        "OutputDataConfig",
        new Member("s3Uri", S3Uri, Required: true));

    private static readonly StringShape String = new("String");

    private static readonly MapShape ModelCustomizationHyperParameters = new("ModelCustomizationHyperParameters", String, String);

    private static readonly StringShape SubnetId = new("SubnetId")
    {
        Min = 0,
        Max = 32,
        Pattern = @"[-0-9a-zA-Z]+",
    };

    private static readonly ListShape SubnetIds = new("SubnetIds", SubnetId, Min: 1, Max: 16);

    private static readonly StringShape SecurityGroupId = new("SecurityGroupId")
    {
        Min = 0,
        Max = 32,
        Pattern = @"[-0-9a-zA-Z]+",
    };

    private static readonly ListShape SecurityGroupIds = new("SecurityGroupIds", SecurityGroupId, Min: 1, Max: 5);

    private static readonly StructureShape VpcConfig = new(
        "VpcConfig",
        new Member("subnetIds", SubnetIds, Required: true),
        new Member("securityGroupIds", SecurityGroupIds, Required: true));

    private static readonly StringShape TeacherModelIdentifier = new("TeacherModelIdentifier")
    {
        Pattern = @"(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:((:foundation-model/([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|(([0-9a-zA-Z][_-]?)+)$)|([0-9]{12}:inference-profile/[a-zA-Z0-9-:.]+$)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})",
    };

    private static readonly IntegerShape Integer = new("Integer");

    private static readonly StructureShape TeacherModelConfig = new(
        "TeacherModelConfig",
        new Member("teacherModelIdentifier", TeacherModelIdentifier, Required: true),
        new Member("maxResponseLengthForInference", Integer));

    private static readonly StructureShape DistillationConfig = new(
        "DistillationConfig",
        new Member("teacherModelConfig", TeacherModelConfig, Required: true));

    private static readonly StringShape LambdaArn = new("LambdaArn")
    {
        Min = 1,
        Max = 512,
        Pattern = @"arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9-_\.]+(:(\$LATEST|[a-zA-Z0-9-_]+))?",
    };

    private static readonly StructureShape LambdaGraderConfig = new(
        "LambdaGraderConfig",
        new Member("lambdaArn", LambdaArn, Required: true));

    private static readonly StructureShape GraderConfig = new(
        "GraderConfig",
        new Member("lambdaGrader", LambdaGraderConfig))
    {
        IsUnion = true,
    };

    private static readonly IntegerShape EpochCount = new("EpochCount", Min: 1, Max: 50);

    private static readonly IntegerShape RFTBatchSize = new("RFTBatchSize", Min: 16, Max: 512);

    private static readonly FloatShape RFTLearningRate = new("RFTLearningRate", Min: 1e-07, Max: 0.001);

    private static readonly IntegerShape RFTMaxPromptLength = new("RFTMaxPromptLength");

    private static readonly IntegerShape RFTTrainingSamplePerPrompt = new("RFTTrainingSamplePerPrompt", Min: 2, Max: 16);

    private static readonly IntegerShape RFTInferenceMaxTokens = new("RFTInferenceMaxTokens");

    private static readonly StringShape ReasoningEffort = new("ReasoningEffort") { Values = ["low", "medium", "high"] };

    private static readonly IntegerShape RFTEvalInterval = new("RFTEvalInterval", Min: 1, Max: 100);

    private static readonly StructureShape RFTHyperParameters = new(
        "RFTHyperParameters",
        new Member("epochCount", EpochCount),
        new Member("batchSize", RFTBatchSize),
        new Member("learningRate", RFTLearningRate),
        new Member("maxPromptLength", RFTMaxPromptLength),
        new Member("trainingSamplePerPrompt", RFTTrainingSamplePerPrompt),
        new Member("inferenceMaxTokens", RFTInferenceMaxTokens),
        new Member("reasoningEffort", ReasoningEffort),
        new Member("evalInterval", RFTEvalInterval));

    private static readonly StructureShape RFTConfig = new(
        "RFTConfig",
        new Member("graderConfig", GraderConfig),
        new Member("hyperParameters", RFTHyperParameters));

    private static readonly StructureShape CustomizationConfig = new(
        "CustomizationConfig",
        new Member("distillationConfig", DistillationConfig),
        new Member("rftConfig", RFTConfig))
    {
        IsUnion = true,
    };

    public static readonly StructureShape CreateModelCustomizationJobRequest = new(
        "CreateModelCustomizationJobRequest",
        new Member("jobName", JobQueryShapes.JobName, Required: true),
        new Member("customModelName", CustomModelName, Required: true),
        new Member("roleArn", RoleArn, Required: true),
        new Member("clientRequestToken", IdempotencyToken),
        new Member("baseModelIdentifier", BaseModelIdentifier, Required: true),
        new Member("customizationType", CustomizationType),
        new Member("customModelKmsKeyId", KmsKeyId),
        new Member("jobTags", TagList),
        new Member("customModelTags", TagList),
        new Member("trainingDataConfig", TrainingDataConfig, Required: true),
        new Member("validationDataConfig", ValidationDataConfig),
        new Member("outputDataConfig", OutputDataConfig, Required: true),
        new Member("hyperParameters", ModelCustomizationHyperParameters),
        new Member("vpcConfig", VpcConfig),
        new Member("customizationConfig", CustomizationConfig));
}
