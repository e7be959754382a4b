namespace BedrockJobs.Tests.Listing;

public sealed class JobStreamTests
{
    private static readonly string[] Statuses = ["InProgress", "Completed", "Failed", "Stopping", "Stopped"];

    private static readonly string[][] Names = [[], ["a-*"], ["b-1", "C-*"], ["A-7"]];

    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<string> GenStatus = Gen.Int[0, Statuses.Length - 1].Select(i => Statuses[i]);

    // Few different times, so that many jobs have the same creation time.
    private static readonly Gen<CustomizationJob> GenJob = Gen.Select(
        Gen.Char["abc"], Gen.Int[0, 30], GenStatus, Gen.Int[0, 20], Gen.Guid).Select((letter, number, status, minute, id) =>
            new CustomizationJob
            {
                JobName = $"{letter}-{number}",
                Status = status,
                CreationTime = Start.AddMinutes(minute),
                JobArn = id.ToString(),
            });

    private static readonly Gen<JobQuery> GenQuery = Gen.Select(
        Gen.Int[0, Names.Length - 1].Select(i => Names[i]),
        GenStatus.Array[0, 3],
        Gen.Int[1, 9],
        Gen.OneOf(Gen.Const(0UL), Gen.ULong[0, 40]),
        Gen.OneOf(Gen.Const(ulong.MaxValue), Gen.ULong[0, 40]),
        Gen.Bool).Select((names, statuses, pageSize, skip, first, ascending) => new JobQuery
        {
            Name = [.. names],
            Status = [.. statuses],
            PageSize = pageSize,
            Skip = skip,
            First = first,
            SortOrder = ascending ? "Ascending" : "Descending",
        });

    [Fact]
    public void Any_query_of_any_places_returns_the_jobs_of_a_naive_model_even_if_a_service_ignores_filters_and_repeats_jobs()
    {
        // No job is created exactly at a limit.
        var genBound = Gen.OneOf(Gen.Const((DateTime?)null), Gen.Int[-2, 22].Select(minute => (DateTime?)Start.AddMinutes(minute + 0.5)));
        var genService = Gen.Select(Gen.Int[1, 12], Gen.Bool, Gen.OneOf(Gen.Const(0), Gen.Int[0, 12]));
        Gen.Select(
            Gen.Select(GenJob.List[0, 40], genService).List[1, 5], GenQuery, genBound, genBound, Gen.Int[0, 2], Gen.Bool).Sample(
            (places, query, after, before, contains, readsToEnd) =>
            {
                query.CreatedAfter = after;
                query.CreatedBefore = before;
                query.NameContains = contains == 0 ? null : $"-{contains}";
                var host = new ReadingHost();

                var actual = host.Read(
                    places.Select(place =>
                    {
                        var (longestPage, ignoresFilters, overlap) = place.Item2;
                        return new ScriptedService(place.Item1, longestPage, ignoresFilters: ignoresFilters, overlap: overlap);
                    }),
                    query,
                    readsToEnd);

                var matching = NaiveMatches([.. places.Select(place => place.Item1)], query);
                Assert.Equal(Window(matching, query), actual);
                Assert.True(!readsToEnd || host.MatchCount == (ulong)matching.Count);
            });
    }

    [Fact]
    public void The_first_job_shows_whether_jobs_of_several_accounts_follow()
    {
        var genPlace = Gen.Select(Gen.Int[1, 3], GenJob.List[0, 8]).Select((account, jobs) =>
        {
            jobs.ForEach(job => job.JobArn = $"arn:aws:bedrock:us-east-1:{account}:model-customization-job/{job.JobArn}");
            return jobs;
        });
        Gen.Select(genPlace.List[1, 4], Gen.Int[1, 3]).Sample((places, longestPage) =>
        {
            var host = new ReadingHost();

            var jobs = host.Read(
                places.Select(place => new ScriptedService(place, longestPage)), new JobQuery { Name = ["a-*"] });

            Assert.Equal(jobs.Count == 0 ? null : jobs.Select(job => job.AccountId).Distinct().Count() > 1, host.HasSeveralAccounts);
        });
    }

    [Fact]
    public void A_consumer_that_stops_has_the_first_jobs_and_at_most_one_page_ahead_was_requested()
    {
        Gen.Select(GenJob.List[0, 40].List[1, 5], GenQuery, Gen.Int[1, 60], Gen.Bool).Sample(
            (places, query, stopAfter, isSlow) =>
            {
                var services = places.Select(jobs => new ScriptedService(jobs)).ToList();

                var actual = new ReadingHost().Read(
                    services, query, stopAfter: stopAfter, timePerJob: isSlow ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);

                Assert.Equal(Window(NaiveMatches(places, query), query).Take(stopAfter), actual);
                foreach (var (jobs, service) in places.Zip(services))
                {
                    var needed = RequestsNeeded(jobs, query, actual.Count == 0 ? null : actual[^1]);
                    Assert.True(service.Requests.Count <= needed + 1);
                }
            });
    }

    [Fact]
    public void A_listing_of_one_place_sends_the_fewest_requests_possible()
    {
        Gen.Select(GenJob.List[0, 60], GenQuery).Sample((jobs, query) =>
        {
            var service = new ScriptedService(jobs);

            new ReadingHost().Read([service], query);

            Assert.Equal(FewestRequests(jobs, query), service.Requests.Count);
        });
    }

    [Fact]
    public void Without_filters_in_the_module_no_place_gets_requests_for_more_jobs_than_Skip_and_First_need()
    {
        Gen.Select(GenJob.List[0, 60].List[1, 4], GenQuery).Sample((places, query) =>
        {
            query.Name = [];
            query.Status = [.. query.Status.Take(1)];
            var services = places.Select(jobs => new ScriptedService(jobs)).ToList();

            new ReadingHost().Read(services, query);

            if (query.First != ulong.MaxValue)
            {
                Assert.All(services, service =>
                {
                    var asked = service.Requests.Sum(request => request.PageSize);
                    Assert.True(query.First == 0 ? asked == 0 : (ulong)asked <= query.Skip + query.First);
                });
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
    public void A_listing_of_2500_jobs_requests_pages_of(ulong skip, ulong first, string expected)
    {
        var service = new ScriptedService(Jobs(2500));

        new ReadingHost().Read([service], new JobQuery { Skip = skip, First = first });

        Assert.Equal(expected, string.Join(' ', service.Requests.Select(request => request.PageSize)));
    }

    [Fact]
    public void After_a_service_ignores_a_filter_full_pages_are_requested()
    {
        var jobs = Jobs(2500);
        jobs[0].Status = "Failed";
        var service = new ScriptedService(jobs, ignoresFilters: true);

        var actual = new ReadingHost().Read([service], new JobQuery { Status = ["Failed"], First = 1 });

        Assert.Same(jobs[0], Assert.Single(actual));
        Assert.Equal([1, 1000, 1000, 1000], service.Requests.Select(request => request.PageSize));
    }

    [Fact]
    public void A_job_whose_status_changes_between_two_pages_is_returned_with_the_requested_one()
    {
        var time = Start;
        var before = new CustomizationJob { JobArn = "a", Status = "InProgress", CreationTime = time };
        var after = new CustomizationJob { JobArn = "a", Status = "Completed", CreationTime = time };

        // The service sends the job twice.
        var running = new ReadingHost().Read([new ScriptedService([before, after], 1, ignoresFilters: true)], new JobQuery { Status = ["InProgress"] });
        var ended = new ReadingHost().Read([new ScriptedService([before, after], 1, ignoresFilters: true)], new JobQuery { Status = ["Completed"] });

        Assert.Same(before, Assert.Single(running));
        Assert.Same(after, Assert.Single(ended));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(1500, 2)]
    [InlineData(1501, 3)]
    public void A_fast_consumer_that_stops_in_the_first_half_of_a_page_costs_no_extra_request(int stopAfter, int requests)
    {
        var service = new ScriptedService(Jobs(5000));

        // The request is sent when the previous job is consumed, so the last one of all is never sent.
        new ReadingHost().Read([service], new JobQuery(), stopAfter: stopAfter);

        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public void For_a_slow_consumer_the_next_page_is_requested_long_before_the_half()
    {
        var service = new ScriptedService(Jobs(5000));

        new ReadingHost().Read([service], new JobQuery(), stopAfter: 100, timePerJob: TimeSpan.FromSeconds(1));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public void A_single_pause_does_not_make_a_consumer_slow()
    {
        var readAhead = new BedrockJobs.Listing.ReadAhead();
        readAhead.Begin(1000, TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 400; i++)
        {
            readAhead.Consume(TimeSpan.FromSeconds(i == 200 ? 1 : 0));
        }

        Assert.False(readAhead.IsDue);
    }

    [Fact]
    public void First_5_of_eight_places_requests_five_jobs_from_each()
    {
        var services = Enumerable.Range(0, 8).Select(_ => new ScriptedService(Jobs(2500))).ToList();

        new ReadingHost().Read(services, new JobQuery { First = 5 });

        Assert.All(services, service => Assert.Equal(5, Assert.Single(service.Requests).PageSize));
    }

    [Fact]
    public void A_place_that_fails_is_one_failure_and_the_other_places_are_complete()
    {
        Gen.Select(GenJob.List[1, 40].List[2, 4], GenQuery, Gen.Int[1, 3]).Sample((places, query, failsAt) =>
        {
            query.First = ulong.MaxValue;
            query.Skip = 0;
            var services = places.Select((jobs, i) =>
                new ScriptedService(jobs, failsAtRequest: i == 0 ? failsAt : int.MaxValue)).ToList();
            var host = new ReadingHost();

            var actual = host.Read(services, query);

            var expected = NaiveMatches([.. places.Skip(1)], query);
            Assert.Equal(expected, actual.Where(expected.Contains));
            Assert.True(host.Failures.Count <= 1);
        });
    }

    [Fact]
    public void A_job_of_two_places_is_returned_once()
    {
        var jobs = Jobs(50);

        var actual = new ReadingHost().Read([new ScriptedService(jobs), new ScriptedService(jobs)], new JobQuery { PageSize = 7 });

        Assert.Equal(50, actual.Select(job => job.JobArn).Distinct().Count());
        Assert.Equal(50, actual.Count);
    }

    [Fact]
    public void Every_page_repeats_the_filters_and_both_sort_inputs()
    {
        var query = new JobQuery
        {
            NameContains = "job",
            Status = ["Completed"],
            CreatedAfter = new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            CreatedBefore = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc),
            SortOrder = "Ascending",
            PageSize = 2,
        };
        var service = new ScriptedService(Jobs(5));

        new ReadingHost().Read([service], query);

        Assert.Equal([null, "2", "4"], service.Requests.Select(request => request.NextToken));
        Assert.All(service.Requests, request =>
        {
            Assert.Equal("job", request.NameContains);
            Assert.Equal("Completed", request.StatusEquals);
            Assert.Equal(query.CreatedAfter, request.CreatedAfter);
            Assert.Equal(query.CreatedBefore, request.CreatedBefore);
            Assert.Equal("CreationTime", request.SortBy);
            Assert.Equal("Ascending", request.SortOrder);
        });
    }

    [Fact]
    public void A_repeated_token_is_a_failure_after_the_page_that_contains_it_and_the_listing_can_t_be_resumed()
    {
        var service = new LoopingService("A", "B", "A");
        var host = new ReadingHost();

        var jobs = host.Read([service], new JobQuery());

        var failure = Assert.Single(host.Failures);
        Assert.Equal(BedrockErrorId.RepeatedToken, failure.ErrorId);
        Assert.Equal("request-3", failure.RequestId);
        Assert.Equal(3, jobs.Count);
        Assert.Equal(3, service.RequestCount);
        var rest = Assert.Single(host.Remainders);
        Assert.Equal((null, false), (rest.NextToken, rest.IsResumable));
    }

    [Fact]
    public void A_repeated_token_is_harmless_if_no_other_page_is_needed()
    {
        var host = new ReadingHost();

        Assert.Equal(2, host.Read([new LoopingService("A", "A")], new JobQuery { First = 2 }).Count);
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void A_failure_contains_the_rest_of_the_query()
    {
        var host = new ReadingHost();

        var jobs = host.Read(
            [new ScriptedService(Jobs(50), failsAtRequest: 3)], new JobQuery { PageSize = 10, Skip = 3, First = 40 });

        Assert.Equal(17, jobs.Count);
        var rest = Assert.Single(host.Remainders);
        Assert.Equal(("20", 0UL, 23UL), (rest.NextToken, rest.Skip, rest.First));
    }

    [Fact]
    public void An_exact_name_is_missing_only_after_all_jobs_of_all_places_were_read()
    {
        Assert.Equal(["nobody"], NamesNotFound(new JobQuery { Name = ["nobody", "job-1", "no-*"] }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"], Status = ["Failed"] }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"], NameContains = "job" }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"], CreatedAfter = DateTime.UtcNow }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"], CreatedBefore = DateTime.UtcNow }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"], NextToken = "2" }));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody", "job-1"], First = 1, PageSize = 2 }));
        Assert.Equal(["nobody"], NamesNotFound(new JobQuery { Name = ["nobody", "job-1"] }, new ScriptedService([])));
        Assert.Empty(NamesNotFound(new JobQuery { Name = ["nobody"] }, new ScriptedService([], failsAtRequest: 1)));

        static IEnumerable<string> NamesNotFound(JobQuery query, params ScriptedService[] others)
        {
            var host = new ReadingHost();
            host.Read([new ScriptedService(Jobs(5)), .. others], query);
            return host.NamesNotFound;
        }
    }

    private static List<CustomizationJob> Jobs(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new CustomizationJob
        {
            JobName = $"job-{i}",
            JobArn = i.ToString(CultureInfo.InvariantCulture),
            Status = "Completed",
            CreationTime = Start.AddSeconds(i),
        }),
    ];

    // A stable sort of all places in order: jobs with the same time keep the order of the places.
    private static List<CustomizationJob> NaiveMatches(IReadOnlyList<List<CustomizationJob>> places, JobQuery query) =>
        [
            .. ScriptedService.Served(places.SelectMany(jobs => jobs), new JobQuery { SortOrder = query.SortOrder })
                .Where(job => Matches(job, query)),
        ];

    private static bool Matches(CustomizationJob job, JobQuery query) =>
        (query.Status.Count == 0 || query.Status.Contains(job.Status))
        && (query.Name.Count == 0 || query.Name.Any(name => NaiveNameMatch(name, job.JobName)))
        && (query.NameContains is null || job.JobName.Contains(query.NameContains, StringComparison.Ordinal))
        && (query.CreatedAfter is null || job.CreationTime > query.CreatedAfter)
        && (query.CreatedBefore is null || job.CreationTime < query.CreatedBefore);

    private static bool NaiveNameMatch(string name, string jobName) => name.EndsWith('*')
        ? jobName.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
        : jobName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<CustomizationJob> Window(List<CustomizationJob> matching, JobQuery query) =>
        matching.Skip((int)query.Skip).Take((int)Math.Min(query.First, int.MaxValue));

    private static List<CustomizationJob> Served(List<CustomizationJob> jobs, JobQuery query) => ScriptedService.Served(
        jobs,
        new JobQuery
        {
            Status = query.StatusEquals is null ? [] : query.Status,
            SortOrder = query.SortOrder,
        });

    private static int FewestRequests(List<CustomizationJob> jobs, JobQuery query)
    {
        if (query.First == 0)
        {
            return 0;
        }

        var served = Served(jobs, query);
        var wanted = Window([.. served.Where(job => Matches(job, query))], query).ToList();
        var isComplete = query.First != ulong.MaxValue && (ulong)wanted.Count == query.First;
        var toRead = isComplete ? served.IndexOf(wanted[^1]) + 1 : served.Count;
        return Math.Max(1, Pages(toRead, query.PageSize));
    }

    // To find the first of the next jobs, each place must have returned a job that isn't before it.
    private static int RequestsNeeded(List<CustomizationJob> jobs, JobQuery query, CustomizationJob? last)
    {
        var served = Served(jobs, query);
        if (last is null)
        {
            return Math.Max(1, Pages(served.Count, query.PageSize));
        }

        var after = served.FindIndex(job => Matches(job, query) && (query.SortOrder == "Ascending"
            ? job.CreationTime > last.CreationTime
            : job.CreationTime < last.CreationTime));
        return Math.Max(1, Pages(after < 0 ? served.Count : after + 1, query.PageSize));
    }

    private static int Pages(int jobs, int pageSize) => (jobs + pageSize - 1) / pageSize;

    /// <summary>Sends pages of one job with the specified tokens in order.</summary>
    private sealed class LoopingService(params string[] tokens) : ListingService
    {
        public int RequestCount { get; private set; }

        public override Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken)
        {
            var token = tokens[RequestCount++];
            return Task.FromResult(new JobPage([new CustomizationJob { JobArn = $"{RequestCount}" }], [], token, $"request-{RequestCount}"));
        }
    }
}
