namespace BedrockJobs.Tests.Waiting;

public sealed class JobSearchTests
{
    [Fact]
    public void A_job_that_no_place_has_is_one_failure_that_contains_all_places()
    {
        var search = new JobSearch("train-1", places: 2, isOneJob: false);

        Assert.Empty(search.NoteFailure("us-east-1", NotFound()));
        var failure = Assert.Single(search.NoteFailure("eu-west-1", NotFound()));

        Assert.Equal(BedrockErrorId.JobNotFound, failure.ErrorId);
        Assert.StartsWith("GetModelCustomizationJob for 'train-1' in us-east-1, eu-west-1:", failure.Message, StringComparison.Ordinal);
        Assert.Equal("GetModelCustomizationJob", failure.Operation);
    }

    [Fact]
    public void The_failure_of_a_single_place_is_returned_unchanged()
    {
        var failure = NotFound();

        Assert.Same(failure, Assert.Single(new JobSearch("train-1", places: 1, isOneJob: false).NoteFailure("us-east-1", failure)));
    }

    private static BedrockRequestException NotFound() => new(BedrockErrorId.JobNotFound, "Get", detail: null);
}
