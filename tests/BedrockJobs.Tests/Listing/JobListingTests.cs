using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Listing;
using BedrockJobs.Service;
using CsCheck;
using Xunit;

namespace BedrockJobs.Tests.Listing;

public sealed class JobListingTests
{
    private static readonly string[] Statuses = ["InProgress", "Completed", "Failed", "Stopping", "Stopped"];

    private static readonly string[][] Names = [[], ["a-*"], ["b-1", "C-*"], ["A-7"]];

    private static readonly Gen<string> GenStatus = Gen.Int[0, Statuses.Length - 1].Select(i => Statuses[i]);

    private static readonly Gen<CustomizationJob> GenJob =
        Gen.Select(Gen.Char["abc"], Gen.Int[0, 30], GenStatus).Select((letter, number, status) =>
            new CustomizationJob { JobName = $"{letter}-{number}", Status = status });

    private static readonly Gen<JobQuery> GenQuery = Gen.Select(
        Gen.Int[0, Names.Length - 1].Select(i => Names[i]),
        GenStatus.Array[0, 3],
        Gen.Int[1, 9],
        Gen.OneOf(Gen.Const(0UL), Gen.ULong[0, 40]),
        Gen.OneOf(Gen.Const(ulong.MaxValue), Gen.ULong[0, 40])).Select((names, statuses, pageSize, skip, first) =>
            new JobQuery { Name = names, Status = statuses, PageSize = pageSize, Skip = skip, First = first });

    [Fact]
    public async Task Whatever_is_asked_it_returns_what_a_naive_model_does_and_total_counts_are_exact()
    {
        await Gen.Select(GenJob.List[0, 60], GenQuery, Gen.Int[1, 12], Gen.Bool).SampleAsync(
            async (jobs, query, longestPage, countAll) =>
            {
                var service = new ScriptedService(jobs, longestPage);
                var listing = new JobListing(service, query, countAll);

                var actual = await ReadAllAsync(listing);

                var matching = NaiveMatches(jobs, query);
                Assert.Equal(Window(matching, query), actual);
                Assert.True(!countAll || listing.MatchCount == (ulong)matching.Count);
            });
    }

    [Fact]
    public async Task Whatever_is_asked_it_sends_the_fewest_requests_that_could_answer_it()
    {
        await Gen.Select(GenJob.List[0, 60], GenQuery).SampleAsync(async (jobs, query) =>
        {
            var service = new ScriptedService(jobs);

            await ReadAllAsync(new JobListing(service, query, countAll: false));

            Assert.Equal(FewestRequests(jobs, query), service.Requests.Count);
        });
    }

    [Fact]
    public async Task Without_filters_here_it_asks_for_no_job_more_than_skip_and_first_need()
    {
        await Gen.Select(GenJob.List[0, 60], GenQuery).SampleAsync(async (jobs, query) =>
        {
            query.Name = [];
            query.Status = [.. query.Status.Take(1)];
            var service = new ScriptedService(jobs);

            await ReadAllAsync(new JobListing(service, query, countAll: false));

            if (query.First != ulong.MaxValue)
            {
                var asked = service.Requests.Sum(request => request.MaxResults);
                Assert.True(query.First == 0 ? asked == 0 : (ulong)asked <= query.Skip + query.First);
            }
        });
    }

    [Theory]
    [InlineData(0, 7, "7")]
    [InlineData(0, 1500, "1000 500")]
    [InlineData(10, 5, "15")]
    [InlineData(0, 0, "")]
    [InlineData(0, ulong.MaxValue, "1000 1000 1000")]
    [InlineData(ulong.MaxValue, 1, "1000 1000 1000")]
    [InlineData(999, 2, "1000 1")]
    public async Task Of_2500_jobs_it_asks_for_pages_of(ulong skip, ulong first, string expected)
    {
        var jobs = Enumerable.Range(0, 2500).Select(i => new CustomizationJob { JobName = $"job-{i}" }).ToList();
        var service = new ScriptedService(jobs);

        await ReadAllAsync(new JobListing(service, new JobQuery { Skip = skip, First = first }, countAll: false));

        Assert.Equal(expected, string.Join(' ', service.Requests.Select(request => request.MaxResults)));
    }

    [Fact]
    public async Task Every_page_repeats_the_filters_and_both_sort_inputs()
    {
        var query = new JobQuery
        {
            NameContains = "job",
            Status = ["Completed"],
            CreatedAfter = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            CreatedBefore = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc),
            SortOrder = "Ascending",
            PageSize = 2,
        };
        var jobs = Enumerable.Range(0, 5).Select(i => new CustomizationJob { JobName = $"job-{i}", Status = "Completed" });
        var service = new ScriptedService([.. jobs]);

        await ReadAllAsync(new JobListing(service, query, countAll: false));

        Assert.Equal([null, "2", "4"], service.Requests.Select(request => request.NextToken));
        Assert.All(service.Requests, request =>
        {
            Assert.Equal("job", request.NameContains);
            Assert.Equal("Completed", request.StatusEquals);
            Assert.Equal(query.CreatedAfter, request.CreationTimeAfter);
            Assert.Equal(query.CreatedBefore, request.CreationTimeBefore);
            Assert.Equal("CreationTime", request.SortBy);
            Assert.Equal("Ascending", request.SortOrder);
        });
    }

    [Fact]
    public async Task A_token_that_was_used_before_is_an_error_after_the_page_that_brought_it()
    {
        var service = new LoopingService("A", "B", "A");
        var listing = new JobListing(service, new JobQuery(), countAll: false);
        var read = 0;

        var exception = await Assert.ThrowsAsync<BedrockRequestException>(async () =>
        {
            while (listing.HasMore)
            {
                read += listing.Accept(await listing.FetchAsync(listing.NextRequest(), CancellationToken.None)).Count;
            }
        });

        Assert.Equal(BedrockErrorId.RepeatedToken, exception.ErrorId);
        Assert.Equal("request-3", exception.RequestId);
        Assert.Equal(3, read);
        Assert.Equal(3, service.RequestCount);
    }

    [Fact]
    public async Task A_repeated_token_does_no_harm_where_no_further_page_is_needed()
    {
        var listing = new JobListing(new LoopingService("A", "A"), new JobQuery { First = 2 }, countAll: false);

        Assert.Equal(2, (await ReadAllAsync(listing)).Count);
    }

    [Fact]
    public async Task An_exact_name_is_known_not_to_exist_only_once_every_job_was_seen()
    {
        var jobs = Enumerable.Range(0, 5).Select(i => new CustomizationJob { JobName = $"job-{i}", Status = "Failed" }).ToList();

        Assert.Equal(["nobody"], await NamesNotFoundAsync(new JobQuery { Name = ["nobody", "job-1", "no-*"] }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody"], Status = ["Failed"] }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody"], NameContains = "job" }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody"], CreatedAfter = DateTime.UtcNow }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody"], CreatedBefore = DateTime.UtcNow }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody"], NextToken = "2" }));
        Assert.Empty(await NamesNotFoundAsync(new JobQuery { Name = ["nobody", "job-1"], First = 1, PageSize = 2 }));

        async Task<IEnumerable<string>> NamesNotFoundAsync(JobQuery query)
        {
            var listing = new JobListing(new ScriptedService(jobs), query, countAll: false);
            await ReadAllAsync(listing);
            return listing.NamesNotFound;
        }
    }

    private static async Task<List<CustomizationJob>> ReadAllAsync(JobListing listing)
    {
        var jobs = new List<CustomizationJob>();
        while (listing.HasMore)
        {
            jobs.AddRange(listing.Accept(await listing.FetchAsync(listing.NextRequest(), CancellationToken.None)));
        }

        return jobs;
    }

    private static List<CustomizationJob> NaiveMatches(List<CustomizationJob> jobs, JobQuery query) =>
        [.. jobs.Where(job => (query.Status.Count == 0 || query.Status.Contains(job.Status))
            && (query.Name.Count == 0 || query.Name.Any(name => NaiveNameMatch(name, job.JobName))))];

    private static bool NaiveNameMatch(string name, string jobName) => name.EndsWith('*')
        ? jobName.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
        : jobName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<CustomizationJob> Window(List<CustomizationJob> matching, JobQuery query) =>
        matching.Skip((int)query.Skip).Take((int)Math.Min(query.First, int.MaxValue));

    private static int FewestRequests(List<CustomizationJob> jobs, JobQuery query)
    {
        if (query.First == 0)
        {
            return 0;
        }

        var served = query.Status.Distinct().Count() == 1
            ? jobs.Where(job => job.Status == query.Status[0]).ToList()
            : jobs;
        var wanted = Window(NaiveMatches(jobs, query), query).ToList();
        var isComplete = query.First != ulong.MaxValue && (ulong)wanted.Count == query.First;
        var toRead = isComplete ? served.IndexOf(wanted[^1]) + 1 : served.Count;
        return Math.Max(1, (toRead + query.PageSize - 1) / query.PageSize);
    }

    /// <summary>Sends one job a page and the given tokens, one after the other.</summary>
    private sealed class LoopingService(params string[] tokens) : IBedrockService
    {
        public int RequestCount { get; private set; }

        public string Region => "us-east-1";

        public string Endpoint => "memory";

        public Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
        {
            var token = tokens[RequestCount++];
            return Task.FromResult(new JobPage([new CustomizationJob()], [], token, $"request-{RequestCount}"));
        }

        public void Dispose()
        {
        }
    }
}
