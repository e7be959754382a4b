namespace BedrockJobs.Tests.Jobs;

public sealed class JobCellTests
{
    private static readonly DateTime Created = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);

    [Theory]
    [InlineData("0:00:00", "0s")]
    [InlineData("0:00:59", "59s")]
    [InlineData("0:01:05", "1m 5s")]
    [InlineData("3:12:40", "3h 12m")]
    [InlineData("23:59:59", "23h 59m")]
    [InlineData("2.04:30:00", "2d 4h")]
    [InlineData("999.23:00:00", "999d 23h")]
    [InlineData("1234.05:00:00", "1234d")]
    public void A_duration_is_shown_in_its_two_largest_units(string duration, string expected)
    {
        var job = new CustomizationJob
        {
            Status = JobStatus.Completed,
            CreationTime = Created.ToUniversalTime(),
            EndTime = Created.ToUniversalTime() + TimeSpan.Parse(duration, CultureInfo.InvariantCulture),
        };
        Assert.Equal(expected, Cell(job, "Duration"));
    }

    [Fact]
    public void An_unknown_duration_is_empty()
    {
        Assert.Equal(string.Empty, Cell(new CustomizationJob { Status = JobStatus.Stopped }, "Duration"));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    public void A_time_is_shown_to_the_minute_in_every_culture(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("2026-01-02 03:04", Cell(new CustomizationJob { CreationTime = Created }, "Created"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("InProgress", "36")]
    [InlineData("Completed", "32")]
    [InlineData("Failed", "31")]
    [InlineData("Stopping", "33")]
    [InlineData("Stopped", "33")]
    public void Each_status_has_a_color(string status, string colour)
    {
        Assert.Equal($"\u001B[{colour}m{status}\u001B[0m", Cell(new CustomizationJob { Status = status }, "Status"));
    }

    [Theory]
    [InlineData("Paused", "Paused")]
    [InlineData("\u001B[0m", "\u241B[0m")]
    public void A_future_status_is_shown_unchanged(string status, string expected)
    {
        Assert.Equal(expected, Cell(new CustomizationJob { Status = status }, "Status"));
    }

    [Theory]
    [InlineData("FINE_TUNING", "Fine-tune")]
    [InlineData("CONTINUED_PRE_TRAINING", "Pre-train")]
    [InlineData("DISTILLATION", "Distill")]
    [InlineData("REINFORCEMENT_FINE_TUNING", "Reinforce")]
    [InlineData("IMPORTED", "Import")]
    [InlineData("TELE\u0007PATHY", "TELE\u2407PATHY")]
    [InlineData(null, "")]
    public void A_type_is_shown_as_a_word_and_an_unknown_one_unchanged(string? type, string expected)
    {
        Assert.Equal(expected, Cell(new CustomizationJob { CustomizationType = type }, "Type"));
    }

    [Theory]
    [InlineData("foundation-model/anthropic.claude-3-haiku-20240307-v1:0:48k", "claude-3-haiku-20240307")]
    [InlineData("foundation-model/anthropic.claude-3-sonnet-20240229-v1:0:28k", "claude-3-sonnet-20240229")]
    [InlineData("foundation-model/anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3-5-sonnet-20241022-v2")]
    [InlineData("foundation-model/amazon.nova-micro-v1:0:128k", "nova-micro")]
    [InlineData("foundation-model/amazon.titan-image-generator-v1", "titan-image-generator")]
    [InlineData("foundation-model/amazon.titan-text-lite-v1:1:4k", "titan-text-lite-v1:1")]
    [InlineData("foundation-model/cohere.embed-english-v3:0:512", "embed-english-v3")]
    [InlineData("foundation-model/meta.llama3-1-8b-instruct-v1:0:128k", "llama3-1-8b-instruct")]
    [InlineData("foundation-model/meta.llama3-v10:0", "llama3-v10")]
    [InlineData("foundation-model/x.evil\u001B[2J-v1:0", "evil\u241B[2J")]
    [InlineData("custom-model/amazon.nova-micro-v1:0:128k/abcdefghijkl", "custom nova-micro")]
    [InlineData("custom-model/imported/abcdefghijkl", "custom imported")]
    [InlineData("imported-model/abcdefghijkl", "abcdefghijkl")]
    public void A_base_model_is_shown_by_the_distinguishing_part_of_its_name(string resource, string expected)
    {
        Assert.Equal(expected, Cell(new CustomizationJob { BaseModelArn = "arn:aws:bedrock:us-east-1::" + resource }, "BaseModel"));
    }

    [Fact]
    public void A_base_model_without_a_valid_ARN_is_empty()
    {
        Assert.Equal(string.Empty, Cell(new CustomizationJob { BaseModelArn = "nova" }, "BaseModel"));
    }

    [Fact]
    public void A_phase_is_shown_with_its_status_and_duration()
    {
        var job = new CustomizationJob
        {
            Status = JobStatus.InProgress,
            StatusDetails = new CustomizationJobStatusDetails
            {
                ValidationDetails = new CustomizationJobSubtask
                {
                    Status = "Completed",
                    CreationTime = Created,
                    LastModifiedTime = Created.AddSeconds(65),
                },
                DataProcessingDetails = new CustomizationJobSubtask
                {
                    Status = "InProgress",
                    CreationTime = DateTime.Now.AddDays(-2).AddMinutes(-1),
                    LastModifiedTime = Created,
                },
                TrainingDetails = new CustomizationJobSubtask { Status = "NotStarted" },
            },
        };
        Assert.Equal("\u001B[32mCompleted\u001B[0m 1m 5s", Cell(job, "Validation"));
        Assert.Equal("\u001B[36mInProgress\u001B[0m 2d 0h", Cell(job, "DataProcessing"));
        Assert.Equal("NotStarted", Cell(job, "Training"));
        Assert.Equal(string.Empty, Cell(new CustomizationJob(), "Training"));
    }

    [Fact]
    public void The_origin_is_the_Region_and_the_account_on_two_lines()
    {
        var job = new CustomizationJob { JobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x" };

        Assert.Equal("us-east-1\n111122223333", Cell(job, "Origin"));
        Assert.Equal("us-east-1", Cell(job, "Region"));
        Assert.Equal("111122223333", Cell(job, "AccountId"));
    }

    [Fact]
    public void An_invalid_format_is_rejected_and_an_empty_one_returns_the_name()
    {
        IFormattable job = new CustomizationJob { JobName = "train-\u0007" };
        Assert.Equal("train-\u0007", job.ToString(null, CultureInfo.InvariantCulture));
        Assert.Equal("train-\u0007", job.ToString(string.Empty, CultureInfo.InvariantCulture));
        Assert.Equal("train-\u0007", job.ToString("G", CultureInfo.InvariantCulture));
        Assert.Equal("train-\u2407", job.ToString("JobName", CultureInfo.InvariantCulture));
        Assert.Contains("'Colour'", Assert.Throws<FormatException>(() => job.ToString("Colour", null)).Message, StringComparison.Ordinal);
    }

    private static string Cell(IFormattable job, string name) => job.ToString(name, CultureInfo.CurrentCulture);
}
