namespace LocalBedrock.Tests;

public sealed class CreateTests : IAsyncLifetime
{
    private static readonly string[] Stages = ["validationDetails", "dataProcessingDetails", "trainingDetails"];

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>A valid input with the required members and a tag.</summary>
    public static Dictionary<string, object?> Input(string jobName = "my-job") => new()
    {
        ["jobName"] = jobName,
        ["customModelName"] = "my-model",
        ["roleArn"] = "arn:aws:iam::111122223333:role/training",
        ["baseModelIdentifier"] = "amazon.titan-text-express-v1:0:8k",
        ["trainingDataConfig"] = new { s3Uri = "s3://my-bucket/train.jsonl" },
        ["outputDataConfig"] = new { s3Uri = "s3://my-bucket/out" },
        ["jobTags"] = new[] { new { key = "team", value = "search" } },
    };

    [Fact]
    public async Task A_created_job_is_listed_and_contains_its_inputs()
    {
        var input = Input();
        input["hyperParameters"] = new { epochCount = "3" };
        input["customizationType"] = "CONTINUED_PRE_TRAINING";
        var created = await _service.CreateAsync(input);
        Assert.Equal(201, created.Status);
        var arn = created.Json.GetProperty("jobArn").GetString()!;
        Assert.StartsWith(
            "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.titan-text-express-v1:0:8k/", arn, StringComparison.Ordinal);

        var job = (await _service.GetAsync(RunningService.JobPath(arn))).Json;
        Assert.Equal("my-job", job.GetProperty("jobName").GetString());
        Assert.Equal("my-model", job.GetProperty("outputModelName").GetString());
        Assert.Equal("InProgress", job.GetProperty("status").GetString());
        Assert.Equal("2026-01-01T00:00:00Z", job.GetProperty("creationTime").GetString());
        Assert.Equal("CONTINUED_PRE_TRAINING", job.GetProperty("customizationType").GetString());
        Assert.Equal("3", job.GetProperty("hyperParameters").GetProperty("epochCount").GetString());
        Assert.Equal("s3://my-bucket/train.jsonl", job.GetProperty("trainingDataConfig").GetProperty("s3Uri").GetString());
        Assert.Equal(["my-job"], (await _service.ListAsync()).Names);
    }

    [Fact]
    public async Task The_same_request_with_the_same_token_is_one_job()
    {
        var input = Input();
        input["clientRequestToken"] = "token-1";
        var first = (await _service.CreateAsync(input)).Text;
        Assert.Equal(first, (await _service.CreateAsync(input)).Text);
        Assert.Single((await _service.ListAsync()).Jobs);
    }

    [Fact]
    public async Task Another_request_with_the_same_token_is_a_conflict()
    {
        var input = Input();
        input["clientRequestToken"] = "token-1";
        await _service.CreateAsync(input);
        input["jobName"] = "other";
        (await _service.CreateAsync(input)).AssertError(400, "ConflictException");
    }

    [Fact]
    public async Task A_name_that_exists_is_a_conflict()
    {
        await _service.CreateAsync(Input());
        (await _service.CreateAsync(Input())).AssertError(400, "ConflictException");
    }

    [Fact]
    public async Task More_than_fifty_tags_are_rejected()
    {
        var input = Input();
        input["customModelTags"] = Tags(50);
        Assert.Equal(201, (await _service.CreateAsync(input)).Status);
        input["jobName"] = "other";
        input["customModelTags"] = Tags(51);
        (await _service.CreateAsync(input)).AssertError(400, "TooManyTagsException");

        static IEnumerable<object> Tags(int count) => Enumerable.Range(0, count).Select(i => new { key = $"k{i}", value = "" });
    }

    [Fact]
    public async Task A_tag_can_occur_only_once()
    {
        var input = Input();
        input["jobTags"] = new[] { new { key = "a", value = "1" }, new { key = "a", value = "2" } };
        (await _service.CreateAsync(input)).AssertError(400, "ValidationException");
    }

    [Fact]
    public async Task A_base_model_must_exist()
    {
        var input = Input();
        input["baseModelIdentifier"] = "nobody.nothing-v1:0";
        (await _service.CreateAsync(input)).AssertError(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task A_model_of_a_job_can_be_the_base_model_of_another()
    {
        await _service.AddJobsAsync(new { jobName = "maker", status = "Completed", customModelName = "made" });
        var input = Input();
        input["baseModelIdentifier"] = "made";
        Assert.Equal(201, (await _service.CreateAsync(input)).Status);
        var jobs = (await _service.ListAsync(("sortOrder", "Ascending"))).Jobs;
        var maker = jobs.Single(j => j.GetProperty("jobName").GetString() == "maker");
        var job = jobs.Single(j => j.GetProperty("jobName").GetString() == "my-job");
        Assert.Equal(maker.GetProperty("customModelArn").GetString(), job.GetProperty("baseModelArn").GetString());
    }

    [Fact]
    public async Task A_created_job_goes_through_its_stages_and_ends()
    {
        await _service.CreateAsync(Input());
        var seen = new List<string>();
        for (var step = 0; step < 400; step++)
        {
            var job = (await _service.GetAsync(RunningService.JobPath("my-job"))).Json;
            var stages = job.GetProperty("statusDetails");
            var state = string.Join(' ', Stages
                .Select(s => stages.GetProperty(s).GetProperty("status").GetString())
                .Prepend(job.GetProperty("status").GetString()));
            if (seen.LastOrDefault() != state)
            {
                seen.Add(state);
            }

            await _service.AdvanceAsync(TimeSpan.FromSeconds(100));
        }

        Assert.Equal(
            [
                "InProgress InProgress NotStarted NotStarted",
                "InProgress Completed InProgress NotStarted",
                "InProgress Completed Completed InProgress",
                "Completed Completed Completed Completed",
            ],
            seen);
    }
}
