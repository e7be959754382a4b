namespace BedrockJobs.Tests.Listing;

public class ListingProgressTests
{
    private static readonly DateTime Newest = new(2026, 3, 14, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_thousand_empty_pages_in_a_row_are_an_error_that_can_be_resumed()
    {
        var service = new CirclingService(0);
        var host = new ReadingHost();

        Assert.Empty(host.Read([service], new JobQuery()));

        Assert.Equal(BedrockErrorId.MalformedResponse, Assert.Single(host.Failures).ErrorId);
        Assert.Equal(ListingProgress.MostPages, service.RequestCount);
        var rest = Assert.Single(host.Remainders);
        Assert.Equal(("token-1000", true), (rest.NextToken, rest.IsResumable));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(5, 5, 5)]
    [InlineData(300, 300, 300, 300)]
    public void Pages_in_a_circle_end_though_their_tokens_are_new_and_each_job_comes_once(params int[] pages)
    {
        var service = new CirclingService(pages);
        var host = new ReadingHost();

        var jobs = host.Read([service], new JobQuery());

        Assert.Equal(Enumerable.Range(0, pages.Sum()), jobs.Select(job => int.Parse(job.JobArn, CultureInfo.InvariantCulture)));
        Assert.Equal(BedrockErrorId.MalformedResponse, Assert.Single(host.Failures).ErrorId);
        Assert.InRange(service.RequestCount, pages.Length, pages.Length + ListingProgress.MostPages);
    }

    [Fact]
    public void Pages_in_a_circle_of_more_jobs_than_are_remembered_end_after_ten_pages()
    {
        var service = new CirclingService(1000, 1000, 1000);
        var host = new ReadingHost();

        var jobs = host.Read([service], new JobQuery());

        Assert.Equal(3000, jobs.Select(job => job.JobArn).Distinct().Count());
        Assert.Equal(BedrockErrorId.MalformedResponse, Assert.Single(host.Failures).ErrorId);
        Assert.Equal(13, service.RequestCount);
    }

    [Fact]
    public void Pages_in_a_circle_end_where_no_job_matches()
    {
        var service = new CirclingService(5, 5);
        var host = new ReadingHost();

        Assert.Empty(host.Read([service], new JobQuery { Name = ["nobody"] }));

        Assert.Equal(BedrockErrorId.MalformedResponse, Assert.Single(host.Failures).ErrorId);
    }

    [Fact]
    public void A_listing_that_goes_on_may_repeat_pages_and_have_more_than_ten_of_them()
    {
        // Each page occurs nine times, as if the service counted from the newest job while many were created.
        var service = new CirclingService([.. Enumerable.Repeat(1000, 20)], repeats: 9, laps: 1);
        var host = new ReadingHost();

        var jobs = host.Read([service], new JobQuery());

        Assert.Empty(host.Failures);
        Assert.Equal(20_000, jobs.Count);
    }

    /// <summary>A service whose last page leads to the first one. Every page has a new token.</summary>
    private sealed class CirclingService(int[] pages, int repeats, int laps) : ListingService
    {
        public CirclingService(params int[] pages)
            : this(pages, repeats: 1, laps: int.MaxValue)
        {
        }

        public int RequestCount { get; private set; }

        public override Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken)
        {
            var step = RequestCount++ / repeats;
            var page = step % pages.Length;
            var isLast = RequestCount == (long)pages.Length * repeats * laps;
            return Task.FromResult(new JobPage(
                Jobs(pages.Take(page).Sum(), pages[page]), [], isLast ? null : $"token-{RequestCount}", $"request-{RequestCount}"));
        }

        private static List<CustomizationJob> Jobs(int start, int count) =>
        [
            .. Enumerable.Range(start, count).Select(i => new CustomizationJob
            {
                JobName = $"job-{i}",
                JobArn = i.ToString(CultureInfo.InvariantCulture),
                Status = "Completed",
                CreationTime = Newest.AddSeconds(-i),
            }),
        ];
    }
}
