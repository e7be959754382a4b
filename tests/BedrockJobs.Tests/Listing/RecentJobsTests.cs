namespace BedrockJobs.Tests.Listing;

public sealed class RecentJobsTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_job_is_new_once_in_any_order_and_with_any_repetition()
    {
        // The creation time of a job never changes.
        var genJobs = Gen.Int[0, 30].List[0, 200].Select(numbers => numbers.Select(number => Job(number, number / 3)).ToList());
        Gen.Select(genJobs, Gen.Int[0, 2], Gen.Bool).Sample((jobs, order, isDescending) =>
        {
            jobs = order switch
            {
                0 => jobs,
                1 => [.. jobs.OrderBy(job => job.CreationTime)],
                _ => [.. jobs.OrderByDescending(job => job.CreationTime)],
            };
            var recent = new RecentJobs(isDescending, []);

            var isNew = jobs.Select(recent.Admit).ToList();

            var seen = new HashSet<string>();
            Assert.Equal(jobs.Select(job => seen.Add(job.JobArn)), isNew);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_job_of_the_previous_page_is_recognized_and_no_job_of_a_million_is_mistaken_for_another(bool isDescending)
    {
        var recent = new RecentJobs(isDescending, []);
        for (var i = 0; i < 1_000_000; i++)
        {
            var job = Job(i, isDescending ? -i : i);
            Assert.True(recent.Admit(job));
            if (i % 100_000 == 99_999)
            {
                Assert.False(recent.Admit(job));
                Assert.False(recent.Admit(Job(i - 999, isDescending ? 999 - i : i - 999)));
            }
        }
    }

    private static CustomizationJob Job(int number, int second) => new()
    {
        JobArn = number.ToString(CultureInfo.InvariantCulture),
        CreationTime = Start.AddSeconds(second),
    };
}
