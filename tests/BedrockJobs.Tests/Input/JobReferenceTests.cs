namespace BedrockJobs.Tests.Input;

public sealed class JobReferenceTests
{
    private const string JobArn = "arn:aws:bedrock:eu-west-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdefghijkl";

    private static readonly CustomizationJob Listed = new()
    {
        JobArn = JobArn,
        JobName = "train-1",
        Status = "InProgress",
        BaseModelArn = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-micro-v1:0",
        CreationTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local),
        ProfileName = "ml-prod",
    };

    [Fact]
    public void A_name_can_be_in_any_Region()
    {
        var job = JobReference.Of("train-1");

        Assert.Equal("train-1", job.Identifier);
        Assert.Null(job.Region);
        Assert.Null(job.JobName);
    }

    [Fact]
    public void An_ARN_contains_its_Region()
    {
        var job = JobReference.Of(JobArn);

        Assert.Equal((JobArn, "eu-west-1"), (job.Identifier, job.Region));
        Assert.Null(job.JobName);
    }

    [Fact]
    public void A_job_of_a_listing_is_identified_by_its_ARN_and_keeps_its_values()
    {
        var job = JobReference.Of(JobReference.TextOf(PSObject.AsPSObject(Listed))!);

        Assert.Equal((JobArn, "eu-west-1"), (job.Identifier, job.Region));
        Assert.Equal(
            ("ml-prod", "train-1", "amazon.nova-micro-v1:0", "InProgress", Listed.CreationTime),
            (job.ProfileName, job.JobName, job.BaseModelId, job.Status, job.CreationTime!.Value));
    }

    [Fact]
    public void A_deserialized_job_keeps_the_same_values()
    {
        var deserialized = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(Listed));

        var job = JobReference.Of(JobReference.TextOf(deserialized)!);

        Assert.Equal(JobArn, job.Identifier);
        Assert.Equal(
            ("ml-prod", "train-1", "amazon.nova-micro-v1:0", "InProgress", Listed.CreationTime),
            (job.ProfileName, job.JobName, job.BaseModelId, job.Status, job.CreationTime!.Value));
    }

    [Theory]
    [InlineData("JobArn")]
    [InlineData("Arn")]
    [InlineData("jobidentifier")]
    public void A_row_of_a_table_is_identified_by_the_column_with_the_name_of_the_parameter(string column)
    {
        var row = Row((column, JobArn), ("ProfileName", "ml-prod"));

        var job = JobReference.Of(JobReference.TextOf(row)!);

        Assert.Equal((JobArn, "ml-prod"), (job.Identifier, job.ProfileName));
    }

    [Fact]
    public void An_empty_column_is_ignored()
    {
        Assert.Null(JobReference.Of(JobReference.TextOf(Row(("JobArn", JobArn), ("ProfileName", "")))!).ProfileName);
        Assert.Null(JobReference.TextOf(Row(("JobArn", ""))));
    }

    [Fact]
    public void An_object_without_an_ARN_and_a_name_is_not_a_job() =>
        Assert.Null(JobReference.TextOf(PSObject.AsPSObject(new Version(1, 2))));

    [Fact]
    public void A_table_row_with_only_a_name_is_that_job()
    {
        Assert.Equal("train-1", JobReference.TextOf(Row(("JobName", "train-1"))));
        Assert.Equal(JobArn, JobReference.TextOf(Row(("JobName", "train-1"), ("JobArn", JobArn))));
    }

    [Fact]
    public void Two_objects_of_one_job_keep_separate_values()
    {
        var first = JobReference.TextOf(Row(("JobArn", JobArn), ("ProfileName", "first")))!;
        var second = JobReference.TextOf(Row(("JobArn", JobArn), ("ProfileName", "second")))!;

        Assert.Equal("first", JobReference.Of(first).ProfileName);
        Assert.Equal("second", JobReference.Of(second).ProfileName);
        Assert.Null(JobReference.Of(JobArn).ProfileName);
    }

    private static PSObject Row(params (string Column, string Value)[] cells)
    {
        var row = new PSObject();
        foreach (var (column, value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(column, value));
        }

        return row;
    }
}
