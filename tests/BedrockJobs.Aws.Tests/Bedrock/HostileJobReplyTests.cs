namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Responses about one job that don't match the API.</summary>
public sealed class HostileJobReplyTests
{
    [Theory]
    [InlineData("\"hyperParameters\":\"text\"", "hyperParameters")]
    [InlineData("\"hyperParameters\":[\"a\"]", "hyperParameters")]
    [InlineData("\"hyperParameters\":{\"a\":{}}", "hyperParameters")]
    [InlineData("\"hyperParameters\":{\"a\":1}", "hyperParameters")]
    [InlineData("\"vpcConfig\":{\"subnetIds\":\"text\"}", "subnetIds")]
    [InlineData("\"vpcConfig\":{\"subnetIds\":12}", "subnetIds")]
    [InlineData("\"vpcConfig\":{\"subnetIds\":{}}", "subnetIds")]
    [InlineData("\"vpcConfig\":{\"subnetIds\":[{}]}", "subnetIds")]
    [InlineData("\"vpcConfig\":{\"subnetIds\":[null]}", "subnetIds")]
    [InlineData("\"validationMetrics\":[1]", "validationMetrics")]
    [InlineData("\"validationMetrics\":\"low\"", "validationMetrics")]
    [InlineData("\"trainingMetrics\":{\"trainingLoss\":\"low\"}", "trainingLoss")]
    [InlineData("\"trainingMetrics\":{\"trainingLoss\":1e99}", "trainingLoss")]
    [InlineData("\"customizationConfig\":{\"rftConfig\":{\"hyperParameters\":{\"epochCount\":1e99}}}", "epochCount")]
    [InlineData("\"customizationConfig\":{\"rftConfig\":{\"hyperParameters\":{\"epochCount\":99999999999}}}", "epochCount")]
    [InlineData("\"trainingDataConfig\":{\"invocationLogsConfig\":{\"usePromptResponse\":1}}", "usePromptResponse")]
    [InlineData("\"trainingDataConfig\":{\"invocationLogsConfig\":{\"requestMetadataFilters\":{\"andAll\":\"x\"}}}", "andAll")]
    [InlineData("\"trainingDataConfig\":{\"invocationLogsConfig\":{\"requestMetadataFilters\":{\"equals\":\"x\"}}}", "equals")]
    public async Task A_value_of_another_type_is_malformed_and_named(string member, string name)
    {
        var failure = await ReplyCase.FailAsync(Reply.Json($$"""{{{ReplyCase.Summary[1..^1]}},{{member}}}"""), ReplyCase.Get);

        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        Assert.Contains($"'{name}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"roleArn\":\"a\",\"roleArn\":\"b\"", "roleArn")]
    [InlineData("\"hyperParameters\":{\"a\":\"1\",\"a\":\"2\"}", "a")]
    public async Task A_member_that_occurs_twice_is_malformed_and_named(string member, string name)
    {
        var failure = await ReplyCase.FailAsync(Reply.Json($$"""{{{ReplyCase.Summary[1..^1]}},{{member}}}"""), ReplyCase.Get);

        Assert.Equal(BedrockErrorId.MalformedResponse, failure.ErrorId);
        Assert.Contains($"'{name}' twice", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_in_a_list_keeps_its_position()
    {
        var job = await ReplyCase.AskAsync(
            Reply.Json($$"""
                { {{ReplyCase.Summary[1..^1]}},"validationMetrics":[null,{"validationLoss":0.5}],
                 "validationDataConfig":{"validators":[null,{"s3Uri":"s3://second"}]} }
                """),
            ReplyCase.Get);

        Assert.Equal([null, 0.5], job.ValidationMetrics.Select(metric => metric.ValidationLoss));
        Assert.Equal([null, "s3://second"], job.ValidationDataConfig!.Validators.Select(validator => validator.S3Uri));
    }

    [Theory]
    [InlineData("{}", BedrockErrorId.MalformedResponse)]
    [InlineData("[]", BedrockErrorId.MalformedResponse)]
    [InlineData("", BedrockErrorId.MalformedResponse)]
    [InlineData("{\"jobName\":\"a\"}", BedrockErrorId.MalformedResponse)]
    [InlineData("{\"__type\":\"ThrottlingException\"}", BedrockErrorId.Throttled)]
    [InlineData("{\"__type\":\"ResourceNotFoundException\"}", BedrockErrorId.JobNotFound)]
    public async Task A_response_without_a_job_is_malformed_or_the_error_in_it(string body, BedrockErrorId expected)
    {
        Assert.Equal(expected, (await ReplyCase.FailAsync(Reply.Json(body), ReplyCase.Get)).ErrorId);
    }

    [Theory]
    [InlineData("<html><body>Please log in</body></html>", BedrockErrorId.MalformedResponse)]
    [InlineData("[]", BedrockErrorId.MalformedResponse)]
    [InlineData("[{}]", BedrockErrorId.MalformedResponse)]
    [InlineData("\"text\"", BedrockErrorId.MalformedResponse)]
    [InlineData("null", BedrockErrorId.MalformedResponse)]
    [InlineData("{", BedrockErrorId.MalformedResponse)]
    [InlineData("{}{}", BedrockErrorId.MalformedResponse)]
    [InlineData("{\"message\":\"Forbidden\"}", BedrockErrorId.MalformedResponse)]
    [InlineData("{\"__type\":\"ThrottlingException\"}", BedrockErrorId.Throttled)]
    [InlineData("{\"__type\":\"ConflictException\"}", BedrockErrorId.JobNotStoppable)]
    public async Task An_invalid_response_to_a_stop_is_not_a_success(string body, BedrockErrorId expected)
    {
        Assert.Equal(expected, (await ReplyCase.FailAsync(Reply.Html(body), ReplyCase.Stop)).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"added\":{\"later\":[1]}}")]
    public async Task A_stop_succeeds_with_an_empty_object_or_without_a_body(string body)
    {
        Assert.Equal("id-1", await ReplyCase.AskAsync(Reply.Json(body, headers: "x-amzn-RequestId: id-1"), ReplyCase.Stop));
    }
}
