namespace BedrockJobs.Tests.Jobs;

public sealed class CustomizationJobTests
{
    private static readonly DateTime Created = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Region_and_account_come_from_the_job_s_ARN_in_every_partition()
    {
        var job = new CustomizationJob
        {
            JobArn = "arn:aws-us-gov:bedrock:us-gov-west-1:444455556666:model-customization-job/amazon.nova-micro-v1:0:128k/abcdefghijkl",
        };

        Assert.Equal("us-gov-west-1", job.Region);
        Assert.Equal("444455556666", job.AccountId);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0:128k", "amazon.nova-micro-v1:0:128k")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-micro-v1:0:128k/abcdefghijkl",
        "amazon.nova-micro-v1:0:128k/abcdefghijkl")]
    [InlineData("not an arn", "")]
    public void The_id_of_the_base_model_is_its_ARN_without_the_resource_type(string arn, string expected)
    {
        Assert.Equal(expected, new CustomizationJob { BaseModelArn = arn }.BaseModelId);
    }

    [Fact]
    public void The_duration_of_an_ended_job_runs_to_its_end()
    {
        var job = new CustomizationJob
        {
            Status = "Completed",
            CreationTime = Created.ToLocalTime(),
            EndTime = Created.AddHours(3).ToLocalTime(),
        };

        Assert.Equal(TimeSpan.FromHours(3), job.Duration);
    }

    [Fact]
    public void The_duration_of_a_running_job_runs_to_now()
    {
        var job = new CustomizationJob { Status = "InProgress", CreationTime = Created };

        Assert.Equal(TimeSpan.FromMinutes(5), job.DurationAt(Created.AddMinutes(5)));
    }

    [Fact]
    public void Duration_of_an_ended_job_without_an_end_runs_to_its_last_change_or_is_unknown()
    {
        var job = new CustomizationJob { Status = "Stopped", CreationTime = Created, LastModifiedTime = Created.AddHours(1) };
        Assert.Equal(TimeSpan.FromHours(1), job.Duration);

        job.LastModifiedTime = null;
        Assert.Null(job.Duration);
    }

    [Fact]
    public void Duration_is_never_negative()
    {
        var job = new CustomizationJob { Status = "InProgress", CreationTime = Created };

        Assert.Equal(TimeSpan.Zero, job.DurationAt(Created.AddMinutes(-5)));
    }

    [Theory]
    [InlineData("InProgress", "InProgress", 60)]
    [InlineData("InProgress", "Completed", 5)]
    [InlineData("Stopped", "InProgress", 5)]
    [InlineData("InProgress", "NotStarted", null)]
    public void A_phase_runs_while_both_it_and_the_job_run(string jobStatus, string partStatus, int? minutes)
    {
        var job = new CustomizationJob { Status = jobStatus };
        var part = new CustomizationJobSubtask { Status = partStatus, CreationTime = Created, LastModifiedTime = Created.AddMinutes(5) };
        Assert.Equal(minutes is { } m ? TimeSpan.FromMinutes(m) : null, part.DurationAt(Created.AddMinutes(60), job));
    }

    [Fact]
    public void The_text_of_a_job_is_its_name_and_of_status_details_their_phases()
    {
        Assert.Equal("train-1", new CustomizationJob { JobName = "train-1" }.ToString());
        var details = new CustomizationJobStatusDetails
        {
            ValidationDetails = new CustomizationJobSubtask { Status = "Completed" },
            TrainingDetails = new CustomizationJobSubtask { Status = "InProgress" },
        };
        Assert.Equal("Validation Completed, Training InProgress", details.ToString());
    }
}
