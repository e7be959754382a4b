namespace BedrockJobs.Tests.Running;

public sealed class JobSearchTests
{
    /// <summary>The possible answers of a place: a job, no such job, or another failure.</summary>
    private static readonly string[] Possible = ["job", "JobNotFound", "AccessDenied", "Throttled"];

    private static readonly Gen<string> Answer = Gen.Int[0, Possible.Length - 1].Select(index => Possible[index]);

    [Fact]
    public void A_name_that_no_place_has_is_one_failure_that_contains_all_places()
    {
        var failure = Assert.Single(Search(isOneJob: false, "JobNotFound", "JobNotFound", "JobNotFound").Failures);

        Assert.Equal(BedrockErrorId.JobNotFound, failure.ErrorId);
        Assert.StartsWith("GetModelCustomizationJob for 'train-1' in place 0, place 1, place 2:", failure.Message, StringComparison.Ordinal);
        Assert.Equal("GetModelCustomizationJob", failure.Operation);
    }

    [Fact]
    public void The_failure_of_a_single_place_is_returned_unchanged()
    {
        var failure = Assert.Single(Search(isOneJob: false, "JobNotFound").Failures);

        Assert.Equal("request 0", failure.RequestId);
    }

    [Fact]
    public void Nothing_has_failed_before_every_place_has_responded()
    {
        var search = new JobSearch("train-1", places: 2, isOneJob: false);

        search.AddFailure("place 0", new BedrockRequestException(BedrockErrorId.AccessDenied, "Get", detail: null));

        Assert.Empty(search.Failures);
    }

    [Fact]
    public void A_missing_job_is_reported_only_if_all_places_miss_it()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isOneJob) =>
        {
            var failures = Search(isOneJob, answers).Failures;

            Assert.Equal(
                answers.All(answer => answer == "JobNotFound") ? 1 : 0,
                failures.Count(failure => failure.ErrorId == BedrockErrorId.JobNotFound));
        });
    }

    [Fact]
    public void All_other_failures_are_reported_unless_the_one_job_was_found()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isOneJob) =>
        {
            var expected = isOneJob && answers.Contains("job") ? [] : answers.Where(answer => answer is "AccessDenied" or "Throttled");

            var failures = Search(isOneJob, answers).Failures;

            Assert.Equal(
                expected,
                failures.Select(failure => failure.ErrorId.ToString()).Where(id => id != nameof(BedrockErrorId.JobNotFound)));
        });
    }

    [Fact]
    public void Each_search_has_a_result()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isOneJob) =>
        {
            var search = Search(isOneJob, answers);

            Assert.True(search.IsFound || search.Failures.Count > 0);
        });
    }

    private static JobSearch Search(bool isOneJob, params string[] answers)
    {
        var search = new JobSearch("train-1", answers.Length, isOneJob);
        for (var place = 0; place < answers.Length; place++)
        {
            if (Enum.TryParse<BedrockErrorId>(answers[place], out var errorId))
            {
                search.AddFailure($"place {place}", new BedrockRequestException(errorId, "Get", detail: null, $"request {place}"));
            }
            else
            {
                search.AddFound();
            }
        }

        return search;
    }
}
