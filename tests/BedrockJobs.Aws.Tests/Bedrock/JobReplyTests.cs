using System.Collections;

namespace BedrockJobs.Aws.Tests.Bedrock;

/// <summary>Responses that match the API.</summary>
public sealed class JobReplyTests
{
    private const string Required = "\"jobArn\":\"arn\",\"jobName\":\"name\",\"baseModelArn\":\"base\",\"creationTime\":\"2026-01-02T03:04:05Z\"";

    [Fact]
    public void Every_member_of_a_page_is_read_into_the_property_with_its_name()
    {
        var page = ListReply.Read(Encoding.UTF8.GetBytes(FullReply.Page), "request-1", out var missing);

        Assert.All(page.Jobs, AssertComplete);
        Assert.Equal(ReplyOracle.ReadPage(Encoding.UTF8.GetBytes(FullReply.Page)), ReplyOracle.Show(page, missing));
        Assert.Equal("request-1", page.RequestId);
    }

    [Fact]
    public void Every_member_of_a_job_is_read_into_the_property_with_its_name()
    {
        var job = JobReply.Read(Encoding.UTF8.GetBytes(FullReply.Job), "request-1", out var missing);

        AssertComplete(job);
        Assert.Equal(ReplyOracle.ReadJob(Encoding.UTF8.GetBytes(FullReply.Job)), ReplyOracle.Show(job, missing));
        Assert.Equal("request-1", job.RequestId);
    }

    [Fact]
    public void Missing_members_are_null_and_missing_collections_are_empty()
    {
        var job = Read($$"""{ {{Required}} }""");

        Assert.Equal(string.Empty, job.Status);
        Assert.Empty(job.HyperParameters);
        Assert.Empty(job.ValidationMetrics);
        Assert.Null(job.StatusDetails);
        Assert.Null(job.VpcConfig);
        Assert.Null(job.FailureMessage);
        Assert.Null(job.EndTime);
    }

    [Fact]
    public void A_structure_without_members_is_an_object_without_values()
    {
        var job = Read($$"""
            { {{Required}}, "trainingMetrics": {}, "trainingDataConfig": {"invocationLogsConfig": {} }, "validationDataConfig": {},
              "vpcConfig": {}, "customizationConfig": {"rftConfig": {"graderConfig": {} } } }
            """);

        Assert.Null(job.TrainingMetrics!.TrainingLoss);
        Assert.Null(job.TrainingDataConfig!.InvocationLogsConfig!.RequestMetadataFilters);
        Assert.Empty(job.VpcConfig!.SubnetIds);
        Assert.Empty(job.ValidationDataConfig!.Validators);
        Assert.Null(job.CustomizationConfig!.RftConfig!.GraderConfig!.LambdaGrader);
    }

    [Theory]
    [InlineData("{}", "jobArn, jobName, baseModelArn, creationTime")]
    [InlineData("""{"jobArn":"a","jobName":"n","baseModelArn":"b","creationTime":null}""", "creationTime")]
    [InlineData($"{{{Required}}}", null)]
    public void Missing_required_members_are_named(string body, string? expected)
    {
        JobReply.Read(Encoding.UTF8.GetBytes(body), requestId: null, out var missing);

        Assert.Equal(expected, missing);
    }

    [Fact]
    public void Hyperparameters_are_sorted_and_their_names_are_not_case_sensitive()
    {
        var job = Read($$"""{ {{Required}}, "hyperParameters": {"learningRate":"0.1","batchSize":"8","EpochCount":"2"} }""");

        Assert.Equal(["batchSize", "EpochCount", "learningRate"], job.HyperParameters.Keys.Cast<string>());
        Assert.Equal("8", job.HyperParameters["BATCHSIZE"]);
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("0.100000001490116", 0.1)]
    [InlineData("1e-5", 1e-5)]
    [InlineData("2", 2.0)]
    public void A_metric_is_the_shortest_number_that_the_service_can_mean(string sent, double expected)
    {
        Assert.Equal(expected, Read($$"""{ {{Required}}, "trainingMetrics": {"trainingLoss": {{sent}}} }""").TrainingMetrics!.TrainingLoss);
    }

    private static CustomizationJobDetail Read(string body)
    {
        var job = JobReply.Read(Encoding.UTF8.GetBytes(body), requestId: null, out var missing);
        Assert.Null(missing);
        return job;
    }

    // A member that the module's types have and the readers or the sample don't.
    private static void AssertComplete(object structure)
    {
        foreach (var (name, property) in ReplyOracle.MembersOf(structure.GetType()))
        {
            var value = property.GetValue(structure);
            Assert.True(value is not (null or "" or ICollection { Count: 0 }), $"{structure.GetType().Name}.{name} is not read.");
            foreach (var item in value is IEnumerable list and not string ? list.Cast<object>() : [value])
            {
                if (ReplyOracle.IsStructure(item.GetType()))
                {
                    AssertComplete(item);
                }
            }
        }
    }
}
