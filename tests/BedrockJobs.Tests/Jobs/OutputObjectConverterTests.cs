using System.Collections;

namespace BedrockJobs.Tests.Jobs;

public sealed class OutputObjectConverterTests
{
    private static readonly DateTime Created = new(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);

    private static readonly CustomizationJobDetail Detail = new()
    {
        JobName = "train-1",
        Status = "Failed",
        JobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x",
        BaseModelArn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k",
        CreationTime = Created,
        EndTime = Created.AddHours(1),
        FailureMessage = "a\u001B[2Jb\n",
        StatusDetails = new() { TrainingDetails = new() { Status = "Failed", CreationTime = Created } },
        TrainingMetrics = new() { TrainingLoss = 0.1 },
        ValidationMetrics = [new() { ValidationLoss = 0.2 }, new()],
        HyperParameters = new() { ["a"] = "1", ["B"] = "2", ["c"] = "3", ["d"] = "4", ["e"] = "5" },
        CustomizationConfig = new()
        {
            DistillationConfig = new() { TeacherModelConfig = new() { TeacherModelIdentifier = "teacher", MaxResponseLengthForInference = 5 } },
            RftConfig = new()
            {
                GraderConfig = new() { LambdaGrader = new() { LambdaArn = "grade" } },
                HyperParameters = new() { EpochCount = 2, LearningRate = 0.00001, ReasoningEffort = "high" },
            },
        },
        TrainingDataConfig = new()
        {
            S3Uri = "s3://training",
            InvocationLogsConfig = new()
            {
                InvocationLogSource = new() { S3Uri = "s3://logs" },
                UsePromptResponse = true,
                RequestMetadataFilters = new()
                {
                    Equals = new() { ["team"] = "search" },
                    NotEquals = new() { ["stage"] = "dev" },
                    AndAll = [new() { Equals = new() { ["x"] = "y" } }],
                    OrAll = [new(), new() { NotEquals = new() { ["z"] = "" } }],
                },
            },
        },
        ValidationDataConfig = new() { Validators = [new() { S3Uri = "s3://validation" }] },
        OutputDataConfig = new() { S3Uri = "s3://output" },
        VpcConfig = new() { SubnetIds = ["subnet-1", "subnet-2"], SecurityGroupIds = ["sg-1"] },
    };

    private static readonly JobQuery Query = new()
    {
        Name = ["train-*"],
        CreatedAfter = Created,
        PageSize = 7,
        NextToken = "token",
        Skip = 3,
        Region = "us-east-1",
        Targets = [new() { Region = "us-east-1", ListedJobArn = ["a", "b"] }, new() { Region = "eu-west-1" }],
    };

    [Fact]
    public void A_saved_object_becomes_what_it_was_member_by_member()
    {
        AssertSame(Detail, Assert.IsType<CustomizationJobDetail>(OutputObject.Restore(Saved(Detail))));
        AssertSame(Query, Assert.IsType<JobQuery>(OutputObject.Restore(Saved(Query))));
        AssertSame(Detail.VpcConfig!, Assert.IsType<VpcConfig>(OutputObject.Restore(Saved(Detail.VpcConfig!))));
    }

    [Fact]
    public void The_converter_restores_saved_objects_and_nothing_else()
    {
        var converter = new OutputObjectConverter();

        Assert.True(converter.CanConvertFrom((object)Saved(Detail), typeof(OutputObject)));
        Assert.True(converter.CanConvertFrom((object)Saved(Detail), typeof(CustomizationJob)));
        Assert.False(converter.CanConvertFrom((object)Saved(Detail), typeof(JobQuery)));
        Assert.False(converter.CanConvertFrom("train-1", typeof(OutputObject)));
        Assert.False(converter.CanConvertFrom((object)new PSObject(Detail), typeof(OutputObject)));
        Assert.False(converter.CanConvertFrom((object)Bag("Deserialized.System.Diagnostics.Process"), typeof(OutputObject)));
        Assert.False(converter.CanConvertTo((object)Detail, typeof(string)));
        AssertSame(Detail, converter.ConvertFrom((object)Saved(Detail), typeof(OutputObject), CultureInfo.InvariantCulture, ignoreCase: true));
    }

    [Fact]
    public void Added_members_and_the_name_of_the_view_are_kept_and_other_type_names_are_not()
    {
        var saved = Saved(new CustomizationJob { JobName = "train-1" });
        saved.Properties.Add(new PSNoteProperty("Owner", "me"));
        saved.TypeNames.Insert(0, "Deserialized.BedrockJobs.CustomizationJob#Region");
        saved.TypeNames.Insert(0, "Deserialized.Evil");

        var restored = PSObject.AsPSObject(OutputObject.Restore(saved));

        Assert.Equal("me", restored.Properties["Owner"].Value);
        Assert.Equal(
            ["BedrockJobs.CustomizationJob#Region", "BedrockJobs.CustomizationJob", "BedrockJobs.OutputObject", "System.Object"], restored.TypeNames);
    }

    public static TheoryData<string, object?> Changes => new()
    {
        { "JobName", null },
        { "JobName", 5 },
        { "JobName", new Uri("https://example.com") },
        { "CreationTime", "2026-01-02" },
        { "CreationTime", null },
        { "HyperParameters", "b=2" },
        { "HyperParameters", null },
        { "HyperParameters", new Hashtable { ["a"] = 1 } },
        { "HyperParameters", new Hashtable { [1] = "a" } },
        { "ValidationMetrics", "ValidationLoss=0.2" },
        { "ValidationMetrics", new object[] { "ValidationLoss=0.2" } },
        { "TrainingMetrics", "TrainingLoss=0.1" },
        { "TrainingMetrics", new VpcConfig() },
        { "VpcConfig", new FileInfo("x") },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_object_with_a_member_of_another_type_is_not_restored(string member, object? value)
    {
        var saved = Saved(Detail);
        saved.Properties[member].Value = value;

        Assert.Null(OutputObject.Restore(saved));
    }

    [Fact]
    public void A_job_without_a_member_has_none_but_a_query_is_not_restored()
    {
        var restored = Assert.IsType<CustomizationJobDetail>(OutputObject.Restore(Without(Saved(Detail), "VpcConfig", "HyperParameters")));

        Assert.Equal("train-1", restored.JobName);
        Assert.Null(restored.VpcConfig);
        Assert.Empty(restored.HyperParameters);
        Assert.NotNull(OutputObject.Restore(Without(Saved(Query))));
        Assert.Null(OutputObject.Restore(Without(Saved(Query), "Region")));
        Assert.Null(OutputObject.Restore(Bag("Deserialized.System.Object")));
    }

    private static PSObject Bag(string typeName)
    {
        var bag = new PSObject();
        bag.TypeNames.Insert(0, typeName);
        return bag;
    }

    private static PSObject Without(PSObject saved, params string[] names)
    {
        var copy = Bag(saved.TypeNames[0]);
        foreach (var property in saved.Properties.Where(property => !names.Contains(property.Name)))
        {
            copy.Properties.Add(new PSNoteProperty(property.Name, property.Value));
        }

        return copy;
    }

    // No module is imported in this process, so PowerShell doesn't convert the object.
    private static PSObject Saved(OutputObject live) => (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(live, 9));

    private static void AssertSame(object? expected, object? actual)
    {
        switch (expected)
        {
            case OutputObject live:
                Assert.IsType(live.GetType(), actual);
                Assert.All(
                    live.GetType().GetProperties().Where(property => property.CanWrite),
                    property => AssertSame(property.GetValue(live), property.GetValue(actual)));
                break;
            case OutputDictionary entries:
                Assert.Equal(entries.Cast<DictionaryEntry>(), Assert.IsType<OutputDictionary>(actual).Cast<DictionaryEntry>());
                break;
            case IEnumerable items and not string:
                Assert.IsType(items.GetType(), actual);
                var others = ((IEnumerable)actual!).Cast<object>().ToList();
                Assert.Equal(items.Cast<object>().Count(), others.Count);
                Assert.All(items.Cast<object>().Zip(others), pair => AssertSame(pair.First, pair.Second));
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
