using System.Text.RegularExpressions;

namespace BedrockJobs.Tests.Jobs;

public sealed class OutputObjectTests
{
    private const string Unsafe = "\u001B[2J\n\u202E";

    [Theory]
    [InlineData("FailureMessage")]
    [InlineData("OutputModelName")]
    [InlineData("OutputModelArn")]
    [InlineData("OutputModelKmsKeyArn")]
    [InlineData("HyperParameters")]
    [InlineData("CustomizationConfig")]
    [InlineData("TrainingDataConfig")]
    [InlineData("ValidationDataConfig")]
    [InlineData("OutputDataConfig")]
    [InlineData("RoleArn")]
    [InlineData("VpcConfig")]
    [InlineData("ClientRequestToken")]
    public void Every_cell_exists_and_can_t_drive_the_terminal(string name)
    {
        var job = new CustomizationJobDetail
        {
            FailureMessage = Unsafe,
            CustomModelName = Unsafe,
            CustomModelArn = Unsafe,
            OutputModelKmsKeyArn = Unsafe,
            CustomizationConfig = new() { DistillationConfig = new() { TeacherModelConfig = new() { TeacherModelIdentifier = Unsafe } } },
            TrainingDataConfig = new() { S3Uri = Unsafe },
            ValidationDataConfig = new() { Validators = [new() { S3Uri = Unsafe }] },
            OutputDataConfig = new() { S3Uri = Unsafe },
            RoleArn = Unsafe,
            VpcConfig = new() { SubnetIds = [Unsafe] },
            ClientRequestToken = Unsafe,
        };
        job.HyperParameters[Unsafe] = Unsafe;

        var cell = Cell(job, name);

        Assert.Contains("[2J", cell, StringComparison.Ordinal);
        Assert.DoesNotContain(cell, letter => char.IsControl(letter) || letter == '\u202E');
    }

    [Fact]
    public void Each_nested_property_of_a_job_is_one_line()
    {
        var job = new CustomizationJobDetail
        {
            TrainingMetrics = new() { TrainingLoss = 0.41 },
            ValidationMetrics = [new() { ValidationLoss = 0.5 }, new()],
            ValidationDataConfig = new() { Validators = [new() { S3Uri = "s3://first" }, new() { S3Uri = "s3://second" }] },
            VpcConfig = new() { SubnetIds = ["subnet-1", "subnet-2"], SecurityGroupIds = ["sg-1"] },
            TrainingDataConfig = new()
            {
                InvocationLogsConfig = new()
                {
                    InvocationLogSource = new() { S3Uri = "s3://log" },
                    UsePromptResponse = true,
                    RequestMetadataFilters = new() { OrAll = [Equal("team", "search"), Equal("team", "ads")] },
                },
            },
            CustomizationConfig = new()
            {
                RftConfig = new()
                {
                    GraderConfig = new() { LambdaGrader = new() { LambdaArn = "lambda-arn" } },
                    HyperParameters = new() { EpochCount = 2, LearningRate = 0.001, ReasoningEffort = "high" },
                },
            },
        };
        job.HyperParameters["batchSize"] = "8";
        job.HyperParameters["epochCount"] = "2";

        Assert.Equal("TrainingLoss=0.41", Cell(job, "TrainingMetrics"));
        Assert.Equal("ValidationLoss=0.5; ", Cell(job, "ValidationMetrics"));
        Assert.Equal("batchSize=8, epochCount=2", Cell(job, "HyperParameters"));
        Assert.Equal("s3://first, s3://second", Cell(job, "ValidationDataConfig"));
        Assert.Equal("SubnetIds(subnet-1; subnet-2), SecurityGroupIds(sg-1)", Cell(job, "VpcConfig"));
        Assert.Equal(
            "s3://log, UsePromptResponse=True, OrAll(Equals(team=search); Equals(team=ads))",
            Cell(job, "TrainingDataConfig"));
        Assert.Equal(
            "LambdaArn=lambda-arn, EpochCount=2, LearningRate=0.001, ReasoningEffort=high",
            Cell(job, "CustomizationConfig"));
    }

    [Fact]
    public void Properties_is_a_line_for_each_property_that_is_set_safe_to_print()
    {
        var filters = new RequestMetadataFilters { AndAll = [Equal("team", "search"), Equal("team", Unsafe)] };
        filters.Equals["a"] = "1";
        filters.Equals["b"] = "2";

        Assert.Equal(
            "Equals : a=1, b=2\nAndAll : Equals(team=search); Equals(team=\u241B[2J\u240A\uFFFD)",
            string.Format(CultureInfo.InvariantCulture, "{0:Properties}", filters));
        Assert.Equal(
            "TeacherModelIdentifier        : teacher\nMaxResponseLengthForInference : 5",
            $"{new TeacherModelConfig { TeacherModelIdentifier = "teacher", MaxResponseLengthForInference = 5 }:Properties}");
        Assert.Equal(string.Empty, $"{new VpcConfig():Properties}");
    }

    [Fact]
    public void Every_property_has_a_readable_text()
    {
        foreach (var type in typeof(OutputObject).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(OutputObject))))
        {
            var empty = Activator.CreateInstance(type)!;
            Assert.All(type.GetProperties(), property => Assert.DoesNotContain("System.", $"{property.GetValue(empty)}", StringComparison.Ordinal));
            Assert.All(
                type.GetProperties().Select(property => property.PropertyType).Where(property => !property.Namespace!.StartsWith("System", StringComparison.Ordinal)),
                property => Assert.Equal(typeof(OutputObject).Assembly, property.GetMethod("ToString", [])!.DeclaringType!.Assembly));
        }
    }

    [Fact]
    public void Every_nested_property_of_every_type_can_be_shown()
    {
        foreach (var type in typeof(OutputObject).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(OutputObject))))
        {
            var empty = (IFormattable)Activator.CreateInstance(type)!;
            Assert.All(type.GetProperties(), property => Assert.NotNull(empty.ToString(property.Name, null)));
            Assert.NotNull(empty.ToString("Properties", null));
            Assert.NotNull(empty.ToString());
        }
    }

    [Fact]
    public void Every_cell_of_the_format_file_exists()
    {
        var format = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BedrockJobs.Format.ps1xml"));
        var names = Regex.Matches(format, @"\{0:(\w+)\}").Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Contains("Created", names);
        Assert.All(names, name => Assert.NotNull(Cell(new CustomizationJobDetail(), name)));
    }

    [Fact]
    public void Missing_properties_are_empty()
    {
        Assert.Equal(string.Empty, Cell(new CustomizationJobDetail(), "FailureMessage"));
        Assert.Equal(string.Empty, Cell(new CustomizationJobDetail(), "VpcConfig"));
        Assert.Equal(string.Empty, Cell(new CustomizationJobDetail(), "HyperParameters"));
    }

    [Fact]
    public void Job_details_also_have_the_cells_of_a_listed_job()
    {
        Assert.Equal("train-1", Cell(new CustomizationJobDetail { JobName = "train-1" }, "JobName"));
        Assert.Throws<FormatException>(() => Cell(new CustomizationJobDetail(), "Nothing"));
    }

    private static RequestMetadataBaseFilters Equal(string name, string value)
    {
        var filters = new RequestMetadataBaseFilters();
        filters.Equals[name] = value;
        return filters;
    }

    private static string Cell(CustomizationJobDetail job, string name) =>
        string.Format(CultureInfo.InvariantCulture, "{0:" + name + "}", job);
}
