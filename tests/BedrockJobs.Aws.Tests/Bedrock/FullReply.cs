namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Responses with every member of the API.</summary>
internal static class FullReply
{
    private const string Part = """{"status":"Completed","creationTime":"2026-01-01T00:00:01.25Z","lastModifiedTime":"2026-01-01T00:00:02Z"}""";

    private const string Common =
        $$"""
        "jobArn": "job-arn", "jobName": "name", "baseModelArn": "base-arn", "status": "Stopping",
        "statusDetails": {"validationDetails": {{Part}}, "dataProcessingDetails": {{Part}}, "trainingDetails": {{Part}}},
        "lastModifiedTime": "2026-01-01T00:00:07Z", "creationTime": "2026-01-01T00:00:08Z", "endTime": "2026-01-01T00:00:09Z",
        "customizationType": "DISTILLATION"
        """;

    public const string Page =
        $$"""
        {"nextToken": "next\u00e9", "modelCustomizationJobSummaries":
          [{ {{Common}}, "customModelArn": "model-arn", "customModelName": "model" }]}
        """;

    private const string Filter = """{"equals": {"a": "1"}, "notEquals": {"b": "2"}}""";

    public const string Job =
        $$$"""
        { {{{Common}}}, "outputModelName": "model", "outputModelArn": "model-arn", "clientRequestToken": "token",
          "roleArn": "role-arn", "failureMessage": "too little data", "hyperParameters": {"epochCount": "2", "jobName": "x"},
          "outputModelKmsKeyArn": "key-arn", "outputDataConfig": {"s3Uri": "s3://output"},
          "validationDataConfig": {"validators": [{"s3Uri": "s3://first"}, {"s3Uri": "s3://second"}]},
          "trainingMetrics": {"trainingLoss": 0.125}, "validationMetrics": [{"validationLoss": 1.5}],
          "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"]},
          "trainingDataConfig": {"s3Uri": "s3://training", "invocationLogsConfig": {"usePromptResponse": true,
            "invocationLogSource": {"s3Uri": "s3://logs"}, "requestMetadataFilters":
              {"equals": {"a": "1"}, "notEquals": {"b": "2"}, "andAll": [{{{Filter}}}], "orAll": [{{{Filter}}}, {{{Filter}}}]} } },
          "customizationConfig": {
            "distillationConfig": {"teacherModelConfig": {"teacherModelIdentifier": "t", "maxResponseLengthForInference": 7} },
            "rftConfig": {"graderConfig": {"lambdaGrader": {"lambdaArn": "lambda-arn"} },
              "hyperParameters": {"epochCount": 1, "batchSize": 16, "learningRate": 1e-5, "maxPromptLength": 2,
                "trainingSamplePerPrompt": 3, "inferenceMaxTokens": 4, "reasoningEffort": "medium", "evalInterval": 5} } } }
        """;

    public const string Error = """{"message":"Rate exceeded, caf\u00e9","__type":"com.amazonaws.bedrock#ThrottlingException:http://x/","code":"ThrottlingException"}""";
}
