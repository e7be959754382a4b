using System.Collections;
using System.Collections.Specialized;
using System.Reflection;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Tests;

public sealed class DetailMapperTests
{
    private int _made;

    [Fact]
    public void Every_member_of_the_SDK_is_mapped_to_the_property_with_its_name()
    {
        var response = (GetModelCustomizationJobResponse)Make(typeof(GetModelCustomizationJobResponse));

        var job = DetailMapper.FromSdk(response, "ml-prod");

        AssertSame(response, job, nameof(CustomizationJobDetail));
        Assert.Equal("ml-prod", job.ProfileName);
    }

    [Fact]
    public void Missing_members_are_null_and_missing_collections_are_empty()
    {
        var response = new GetModelCustomizationJobResponse
        {
            JobArn = "arn",
            JobName = "name",
            BaseModelArn = "base",
            CreationTime = DateTime.UnixEpoch,
        };
        Assert.Null(DetailMapper.MissingMembers(response));

        var job = DetailMapper.FromSdk(response, profileName: null);

        Assert.Equal(string.Empty, job.Status);
        Assert.Empty(job.HyperParameters);
        Assert.Empty(job.ValidationMetrics);
        Assert.Null(job.VpcConfig);
        Assert.Null(job.FailureMessage);
    }

    [Fact]
    public void A_structure_without_members_is_an_object_without_values()
    {
        var job = DetailMapper.FromSdk(
            new GetModelCustomizationJobResponse
            {
                JobArn = "arn",
                JobName = "name",
                BaseModelArn = "base",
                CreationTime = DateTime.UnixEpoch,
                TrainingMetrics = new(),
                ValidationMetrics = [new()],
                TrainingDataConfig = new() { InvocationLogsConfig = new() },
                ValidationDataConfig = new(),
                OutputDataConfig = new(),
                VpcConfig = new(),
                CustomizationConfig = new() { RftConfig = new() { GraderConfig = new() }, DistillationConfig = new() },
            },
            profileName: null);

        Assert.Null(job.TrainingMetrics!.TrainingLoss);
        Assert.Null(job.TrainingDataConfig!.InvocationLogsConfig!.RequestMetadataFilters);
        Assert.Empty(job.VpcConfig!.SubnetIds);
        Assert.Empty(job.ValidationDataConfig!.Validators);
        Assert.Null(job.CustomizationConfig!.RftConfig!.GraderConfig!.LambdaGrader);
    }

    [Fact]
    public void Missing_required_members_are_named()
    {
        Assert.Equal("jobArn, jobName, baseModelArn, creationTime", DetailMapper.MissingMembers(new()));
        Assert.Equal("creationTime", DetailMapper.MissingMembers(new() { JobArn = "a", JobName = "n", BaseModelArn = "b" }));
    }

    [Fact]
    public void Hyperparameters_are_sorted_and_their_names_are_not_case_sensitive()
    {
        var job = DetailMapper.FromSdk(
            new GetModelCustomizationJobResponse
            {
                JobArn = "arn",
                JobName = "name",
                BaseModelArn = "base",
                CreationTime = DateTime.UnixEpoch,
                HyperParameters = new() { ["learningRate"] = "0.1", ["batchSize"] = "8", ["EpochCount"] = "2" },
            },
            profileName: null);

        Assert.Equal(["batchSize", "EpochCount", "learningRate"], job.HyperParameters.Keys.Cast<string>());
        Assert.Equal("8", job.HyperParameters["BATCHSIZE"]);
    }

    [Theory]
    [InlineData(0.1f, 0.1)]
    [InlineData(1e-5f, 1e-5)]
    [InlineData(2f, 2.0)]
    public void A_metric_is_the_number_that_the_service_sent(float sent, double expected)
    {
        var job = DetailMapper.FromSdk(
            new GetModelCustomizationJobResponse
            {
                JobArn = "arn",
                JobName = "name",
                BaseModelArn = "base",
                CreationTime = DateTime.UnixEpoch,
                TrainingMetrics = new() { TrainingLoss = sent },
            },
            profileName: null);

        Assert.Equal(expected, job.TrainingMetrics!.TrainingLoss);
    }

    // A value of the type with all members set, and with different texts and numbers.
    private object Make(Type type)
    {
        var value = ++_made;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return $"text {value}";
        }

        if (type == typeof(int) || type == typeof(float))
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(DateTime))
        {
            return DateTime.UnixEpoch.AddHours(value);
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            return Activator.CreateInstance(type, $"constant {value}")!;
        }

        if (type == typeof(Dictionary<string, string>))
        {
            return new Dictionary<string, string> { [$"key {value}"] = $"entry {value}" };
        }

        if (type.IsGenericType)
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(Make(type.GenericTypeArguments[0]));
            list.Add(Make(type.GenericTypeArguments[0]));
            return list;
        }

        var made = Activator.CreateInstance(type)!;
        foreach (var property in Members(type))
        {
            property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }

    private static void AssertSame(object sent, object? got, string path)
    {
        switch (sent)
        {
            case string or int or bool:
                Assert.True(Equals(sent, got), path);
                break;
            case float number:
                Assert.True(got is double value && value == number, path);
                break;
            case ConstantClass constant:
                Assert.True(constant.Value.Equals(got), path);
                break;
            case DateTime time:
                Assert.True(got is DateTime { Kind: DateTimeKind.Local } local && local.ToUniversalTime() == time, path);
                break;
            case Dictionary<string, string> entries:
                var dictionary = Assert.IsType<OrderedDictionary>(got);
                Assert.Equal(entries.Select(entry => (entry.Key, entry.Value)), dictionary.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string)entry.Value!)));
                break;
            case IList list:
                var items = ((IEnumerable)got!).Cast<object>().ToList();
                Assert.Equal(list.Count, items.Count);
                for (var i = 0; i < list.Count; i++)
                {
                    AssertSame(list[i]!, items[i], $"{path}[{i}]");
                }

                break;
            default:
                Assert.NotNull(got);
                foreach (var property in Members(sent.GetType()))
                {
                    var own = got.GetType().GetProperties().SingleOrDefault(
                        candidate => string.Equals(candidate.Name, property.Name, StringComparison.OrdinalIgnoreCase));
                    Assert.True(own is not null, $"{path} has no {property.Name}");
                    AssertSame(property.GetValue(sent)!, own.GetValue(got), $"{path}.{property.Name}");
                }

                break;
        }
    }

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite);
}
