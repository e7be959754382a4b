namespace LocalBedrock.Tests;

public sealed class ValidationTests : IAsyncLifetime
{
    private static readonly string[] SecurityGroups = ["sg-1"];

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("maxResults", "1001", "have value less than or equal to 1000")]
    [InlineData("maxResults", "0", "have value greater than or equal to 1")]
    [InlineData("maxResults", "many", "be an integer")]
    [InlineData("maxResults", "", "be an integer")]
    [InlineData("statusEquals", "completed", "satisfy enum value set: [InProgress, Completed, Failed, Stopping, Stopped]")]
    [InlineData("sortBy", "JobName", "satisfy enum value set: [CreationTime]")]
    [InlineData("sortOrder", "Up", "satisfy enum value set: [Ascending, Descending]")]
    [InlineData("nameContains", "-a", @"satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*")]
    [InlineData("nameContains", "a\n", @"satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*")]
    [InlineData("nameContains", "a_b", @"satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9\+\-\.])*")]
    [InlineData("nextToken", "a b", @"satisfy regular expression pattern: \S*")]
    [InlineData("creationTimeAfter", "2026-01-02", "be a timestamp in ISO 8601 format")]
    [InlineData("creationTimeAfter", "2026-01-02 03:04:05Z", "be a timestamp in ISO 8601 format")]
    [InlineData("creationTimeBefore", "2026-13-02T03:04:05Z", "be a timestamp in ISO 8601 format")]
    [InlineData("creationTimeBefore", "2026-01-02T03:04:05", "be a timestamp in ISO 8601 format")]
    public async Task An_input_outside_its_limits_is_rejected_with_this_message(string name, string value, string constraint)
    {
        var reply = await _service.ListAsync((name, value));
        reply.AssertError(400, "ValidationException");
        Assert.Equal(
            $"1 validation error detected: Value '{value}' at '{name}' failed to satisfy constraint: Member must {constraint}",
            reply.Message);
    }

    [Theory]
    [InlineData("maxResults", "1")]
    [InlineData("maxResults", "1000")]
    [InlineData("nameContains", "a.+-b")]
    [InlineData("creationTimeAfter", "2026-01-02T03:04:05Z")]
    [InlineData("creationTimeAfter", "2026-01-02T03:04:05.678Z")]
    [InlineData("creationTimeBefore", "2026-01-02T03:04:05.123456789Z")]
    [InlineData("creationTimeBefore", "2026-01-02T03:04:05+02:00")]
    [InlineData("unheardOf", "x")]
    public async Task An_input_within_its_limits_is_accepted(string name, string value) =>
        Assert.Equal(200, (await _service.ListAsync((name, value))).Status);

    [Theory]
    [InlineData("nameContains", 63)]
    [InlineData("nextToken", 2048)]
    public async Task A_text_has_a_maximum_length(string name, int most)
    {
        var within = await _service.ListAsync((name, new string('a', most)));
        Assert.DoesNotContain("length", within.Text, StringComparison.Ordinal);
        var beyond = await _service.ListAsync((name, new string('a', most + 1)));
        beyond.AssertError(400, "ValidationException");
        Assert.EndsWith($"have length less than or equal to {most}", beyond.Message, StringComparison.Ordinal);
        var none = await _service.ListAsync((name, ""));
        Assert.Contains("have length greater than or equal to 1", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_violations_are_reported_together()
    {
        var reply = await _service.ListAsync(("maxResults", "0"), ("sortOrder", "Up"));
        Assert.StartsWith("2 validation errors detected: Value '0' at 'maxResults' ", reply.Message, StringComparison.Ordinal);
        Assert.Contains("; Value 'Up' at 'sortOrder' ", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a_b")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-micro-v1:0:128k/abcdefghij12")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0:128k/short")]
    public async Task An_identifier_is_a_name_or_an_arn(string identifier)
    {
        (await _service.GetAsync(RunningService.JobPath(identifier))).AssertError(400, "ValidationException");
        (await _service.StopAsync(identifier)).AssertError(400, "ValidationException");
    }

    public static TheoryData<string, object?, string> WrongInputs => new()
    {
        { "jobName", null, "Value null at 'jobName' failed to satisfy constraint: Member must not be null" },
        { "jobName", "-x", "Value '-x' at 'jobName' failed" },
        { "customModelName", "a--b", "Value 'a--b' at 'customModelName' failed" },
        { "roleArn", "role", "Value 'role' at 'roleArn' failed" },
        { "clientRequestToken", "-", "Value '-' at 'clientRequestToken' failed" },
        { "baseModelIdentifier", "a b", "Value 'a b' at 'baseModelIdentifier' failed" },
        { "customizationType", "TUNING", "Value 'TUNING' at 'customizationType' failed" },
        { "customModelKmsKeyId", "!", "Value '!' at 'customModelKmsKeyId' failed" },
        { "jobTags", new[] { new { key = "!", value = "" } }, "Value '!' at 'jobTags.1.member.key' failed" },
        { "jobTags", new[] { new { key = "a" } }, "Value null at 'jobTags.1.member.value' failed" },
        { "jobTags", Enumerable.Repeat(new { key = "a", value = "" }, 201), "at 'jobTags' failed to satisfy constraint: Member must have length less than or equal to 200" },
        { "trainingDataConfig", new { s3Uri = "http://x" }, "Value 'http://x' at 'trainingDataConfig.s3Uri' failed" },
        { "validationDataConfig", new { }, "Value null at 'validationDataConfig.validators' failed" },
        { "outputDataConfig", new { }, "Value null at 'outputDataConfig.s3Uri' failed" },
        { "vpcConfig", new { subnetIds = Array.Empty<string>(), securityGroupIds = SecurityGroups }, "at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { "customizationConfig", new { }, "at 'customizationConfig' failed to satisfy constraint: Member must have exactly one member set" },
        { "customizationConfig", new { rftConfig = new { hyperParameters = new { epochCount = 51 } } }, "Value '51' at 'customizationConfig.rftConfig.hyperParameters.epochCount' failed to satisfy constraint: Member must have value less than or equal to 50" },
        { "customizationConfig", new { rftConfig = new { hyperParameters = new { learningRate = 0.5 } } }, "Member must have value less than or equal to 0.001" },
    };

    [Theory]
    [MemberData(nameof(WrongInputs), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_member_of_a_new_job_is_rejected(string member, object? value, string message)
    {
        var input = CreateTests.Input();
        input[member] = value;
        var reply = await _service.CreateAsync(input);
        reply.AssertError(400, "ValidationException");
        Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_type_cannot_be_read()
    {
        var input = CreateTests.Input();
        input["jobName"] = 7;
        (await _service.CreateAsync(input)).AssertError(400, "SerializationException");
    }

    [Fact]
    public async Task A_body_that_is_not_json_cannot_be_read() => (await _service.SendAsync(
        HttpMethod.Post, RunningService.Jobs, "{")).AssertError(400, "SerializationException");
}
