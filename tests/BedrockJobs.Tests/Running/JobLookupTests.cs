namespace BedrockJobs.Tests.Running;

public sealed class JobLookupTests
{
    private const string JobArn = "arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdefghijkl";

    /// <summary>The possible answers of a place: one of two jobs, no such job, or another failure.</summary>
    private static readonly string[] Possible = ["job 1", "job 2", "JobNotFound", "AccessDenied", "Throttled"];

    private static readonly Gen<string> Answer = Gen.Int[0, Possible.Length - 1].Select(index => Possible[index]);

    [Fact]
    public void Each_job_is_returned_once_in_the_order_of_the_places()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isArn) => Assert.Equal(
            answers.Where(answer => answer.StartsWith("job", StringComparison.Ordinal)).Distinct(),
            Lookup(isArn, answers).Found.Select(answer => answer.Job!.JobArn)));
    }

    [Fact]
    public void A_name_that_no_place_has_is_one_failure_that_contains_all_places()
    {
        var failure = Assert.Single(Lookup(isArn: false, "JobNotFound", "JobNotFound", "JobNotFound").Failures);

        Assert.Equal(BedrockErrorId.JobNotFound, failure.ErrorId);
        Assert.StartsWith("GetModelCustomizationJob for 'train-1' in place 0, place 1, place 2:", failure.Message, StringComparison.Ordinal);
        Assert.Equal("GetModelCustomizationJob", failure.Operation);
    }

    [Fact]
    public void The_failure_of_a_single_place_is_returned_unchanged()
    {
        var failure = Assert.Single(Lookup(isArn: false, "JobNotFound").Failures);

        Assert.Equal("request 0", failure.RequestId);
    }

    [Fact]
    public void A_missing_job_is_reported_only_if_all_places_miss_it()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isArn) =>
        {
            var failures = Lookup(isArn, answers).Failures;

            Assert.Equal(answers.All(answer => answer == "JobNotFound") ? 1 : 0, failures.Count(failure => failure.ErrorId == BedrockErrorId.JobNotFound));
        });
    }

    [Fact]
    public void All_other_failures_are_reported_unless_the_ARN_was_found()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isArn) =>
        {
            var isFound = answers.Any(answer => answer.StartsWith("job", StringComparison.Ordinal));
            var expected = isArn && isFound ? [] : answers.Where(answer => answer is "AccessDenied" or "Throttled");

            var failures = Lookup(isArn, answers).Failures;

            Assert.Equal(
                expected,
                failures.Select(failure => failure.ErrorId.ToString()).Where(id => id != nameof(BedrockErrorId.JobNotFound)));
        });
    }

    [Fact]
    public void Each_job_has_a_result()
    {
        Gen.Select(Answer.Array[1, 5], Gen.Bool).Sample((answers, isArn) =>
        {
            var lookup = Lookup(isArn, answers);

            Assert.True(lookup.Found.Count + lookup.Failures.Count > 0);
        });
    }

    private static JobLookup Lookup(bool isArn, params string[] answers) => new(
        JobReference.Of(isArn ? JobArn : "train-1"),
        answers.Select((answer, place) => Task.FromResult(ToAnswer(answer, place))));

    private static JobAnswer ToAnswer(string answer, int place)
    {
        var result = new JobAnswer("train-1", Connection.Start(new ConnectionSettings(), _ => Task.FromResult<IBedrockService>(new ScriptedService([]))))
        {
            Service = new ScriptedService([]) { Name = $"place {place}" },
        };
        if (Enum.TryParse<BedrockErrorId>(answer, out var errorId))
        {
            result.Failure = new BedrockRequestException(errorId, "Get", detail: null, $"request {place}");
        }
        else
        {
            result.Job = new CustomizationJobDetail { JobArn = answer };
        }

        return result;
    }
}
