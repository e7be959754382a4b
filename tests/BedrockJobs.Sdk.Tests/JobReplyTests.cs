using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The responses of GetModelCustomizationJob and StopModelCustomizationJob.</summary>
public sealed class JobReplyTests
{
    [Fact]
    public async Task Every_plain_member_of_a_job_is_read()
    {
        var job = await GetAsync(
            """
            {
              "jobArn": "job-arn", "jobName": "name", "outputModelName": "model", "outputModelArn": "model-arn",
              "clientRequestToken": "token", "roleArn": "role-arn", "status": "Failed",
              "statusDetails": {"trainingDetails": {"status": "Failed"}}, "failureMessage": "too little data",
              "creationTime": "2026-01-01T00:00:01Z", "lastModifiedTime": "2026-01-01T00:00:02Z",
              "endTime": "2026-01-01T00:00:03Z",
              "baseModelArn": "base-arn", "hyperParameters": {"epochCount": "2", "jobName": "a parameter"},
              "customizationType": "FINE_TUNING", "outputModelKmsKeyArn": "key-arn"
            }
            """);

        Assert.Equal(
            ("job-arn", "name", "model", "model-arn", "token", "role-arn", "too little data", "base-arn", "key-arn"),
            (job.JobArn, job.JobName, job.OutputModelName, job.OutputModelArn, job.ClientRequestToken, job.RoleArn,
                job.FailureMessage, job.BaseModelArn, job.OutputModelKmsKeyArn));
        Assert.Same(ModelCustomizationJobStatus.Failed, job.Status);
        Assert.Same(CustomizationType.FINE_TUNING, job.CustomizationType);
        Assert.Same(JobStatusDetails.Failed, job.StatusDetails!.TrainingDetails!.Status);
        Assert.Equal(
            [1, 2, 3],
            new[] { job.CreationTime, job.LastModifiedTime, job.EndTime }.Select(time => time!.Value.Second));
        Assert.Equal(
            [("epochCount", "2"), ("jobName", "a parameter")],
            job.HyperParameters!.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task The_data_and_metrics_of_a_job_are_read()
    {
        var job = await GetAsync(
            """
            {
              "trainingDataConfig": {"s3Uri": "s3://training"}, "outputDataConfig": {"s3Uri": "s3://output"},
              "validationDataConfig": {"validators": [{"s3Uri": "s3://first"}, {"s3Uri": "s3://second"}]},
              "trainingMetrics": {"trainingLoss": 0.125},
              "validationMetrics": [{"validationLoss": 1.5}, {"validationLoss": 2}],
              "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"]}
            }
            """);

        Assert.Equal("s3://training", job.TrainingDataConfig!.S3Uri);
        Assert.Equal("s3://output", job.OutputDataConfig!.S3Uri);
        Assert.Equal(["s3://first", "s3://second"], job.ValidationDataConfig!.Validators!.Select(set => set.S3Uri));
        Assert.Equal(0.125f, job.TrainingMetrics!.TrainingLoss);
        Assert.Equal([1.5f, 2f], job.ValidationMetrics!.Select(metric => metric.ValidationLoss));
        Assert.Equal(["subnet-1", "subnet-2"], job.VpcConfig!.SubnetIds!);
        Assert.Equal(["sg-1"], job.VpcConfig.SecurityGroupIds!);
    }

    [Fact]
    public async Task The_settings_of_a_distillation_are_read()
    {
        var job = await GetAsync(
            """
            {"customizationConfig": {"distillationConfig": {"teacherModelConfig":
              {"teacherModelIdentifier": "teacher", "maxResponseLengthForInference": 1000}}}}
            """);

        var teacher = job.CustomizationConfig!.DistillationConfig!.TeacherModelConfig!;
        Assert.Equal(("teacher", 1000), (teacher.TeacherModelIdentifier, teacher.MaxResponseLengthForInference));
        Assert.Null(job.CustomizationConfig.RftConfig);
    }

    [Fact]
    public async Task The_settings_of_a_reinforcement_fine_tuning_are_read()
    {
        var job = await GetAsync(
            """
            {"customizationConfig": {"rftConfig": {
              "graderConfig": {"lambdaGrader": {"lambdaArn": "lambda-arn"}},
              "hyperParameters": {"epochCount": 1, "batchSize": 16, "learningRate": 1e-5, "maxPromptLength": 2,
                "trainingSamplePerPrompt": 3, "inferenceMaxTokens": 4, "reasoningEffort": "medium",
                "evalInterval": 5}}}}
            """);

        var config = job.CustomizationConfig!.RftConfig!;
        Assert.Equal("lambda-arn", config.GraderConfig!.LambdaGrader!.LambdaArn);
        var parameters = config.HyperParameters!;
        Assert.Equal(
            (1, 16, 1e-5f, 2, 3, 4, 5),
            (parameters.EpochCount, parameters.BatchSize, parameters.LearningRate, parameters.MaxPromptLength,
                parameters.TrainingSamplePerPrompt, parameters.InferenceMaxTokens, parameters.EvalInterval));
        Assert.Same(ReasoningEffort.Medium, parameters.ReasoningEffort);
        Assert.Null(job.CustomizationConfig.DistillationConfig);
    }

    [Fact]
    public async Task The_invocation_logs_of_a_job_are_read()
    {
        var job = await GetAsync(
            """
            {"trainingDataConfig": {"invocationLogsConfig": {"usePromptResponse": true,
              "invocationLogSource": {"s3Uri": "s3://logs"},
              "requestMetadataFilters": {"andAll": [{"equals": {"a": "1"}}, {"notEquals": {"b": "2"}}]}}}}
            """);

        var logs = job.TrainingDataConfig!.InvocationLogsConfig!;
        Assert.True(logs.UsePromptResponse);
        Assert.Equal("s3://logs", logs.InvocationLogSource!.S3Uri);
        Assert.Equal("1", logs.RequestMetadataFilters!.AndAll![0].Equals!["a"]);
        Assert.Equal("2", logs.RequestMetadataFilters.AndAll[1].NotEquals!["b"]);
    }

    [Theory]
    [InlineData("""{"equals": {"k": "v"}}""", "equals")]
    [InlineData("""{"notEquals": {"k": "v"}}""", "notEquals")]
    [InlineData("""{"orAll": [{"equals": {"k": "v"}}]}""", "orAll")]
    public async Task Each_kind_of_log_filter_is_read_into_its_own_member(string json, string kind)
    {
        var job = await GetAsync(
            $$$"""{"trainingDataConfig": {"invocationLogsConfig": {"requestMetadataFilters": {{{json}}} } } }""");

        var filters = job.TrainingDataConfig!.InvocationLogsConfig!.RequestMetadataFilters!;
        Assert.Equal(kind == "equals" ? "v" : null, filters.Equals?["k"]);
        Assert.Equal(kind == "notEquals" ? "v" : null, filters.NotEquals?["k"]);
        Assert.Equal(kind == "orAll" ? "v" : null, filters.OrAll?[0].Equals!["k"]);
        Assert.Null(filters.AndAll);
    }

    [Fact]
    public async Task Missing_members_are_null()
    {
        var job = await GetAsync("{}");

        Assert.All(
            typeof(GetModelCustomizationJobResponse).GetProperties()
                .Where(property => property.DeclaringType == typeof(GetModelCustomizationJobResponse)),
            property => Assert.Null(property.GetValue(job)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"added": {"later": [1]}}""")]
    public async Task A_stop_succeeds_with_an_empty_object_or_no_body(string body)
    {
        await using var server = new LoopbackServer(Reply.Json(body, headers: "x-amzn-RequestId: id-1"));
        using var client = TestClient.Of(server);

        var reply = await client.StopModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken);

        Assert.Equal("id-1", reply.ResponseMetadata.RequestId);
    }

    private static async Task<GetModelCustomizationJobResponse> GetAsync(string body)
    {
        await using var server = new LoopbackServer(Reply.Json(body));
        using var client = TestClient.Of(server);
        return await client.GetModelCustomizationJobAsync(
            new() { JobIdentifier = "a" }, TestContext.Current.CancellationToken);
    }
}
