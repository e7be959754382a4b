namespace BedrockJobs.Tests.Listing;

public sealed class ResumingTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[][] Names = [[], ["a-*"], ["b-1", "C-*"]];

    // Temporary faults, which a listing retries, and faults that end it at once.
    private static readonly BedrockErrorId[] Faults =
    [
        BedrockErrorId.Throttled, BedrockErrorId.ServiceFault, BedrockErrorId.ConnectionFailed, BedrockErrorId.RequestTimedOut,
        BedrockErrorId.AccessDenied, BedrockErrorId.CredentialsExpired, BedrockErrorId.MalformedResponse,
    ];

    // Few different times, so that many jobs have the same creation time.
    private static readonly Gen<CustomizationJob> GenJob = Gen.Select(Gen.Char["abc"], Gen.Int[0, 5], Gen.Int[0, 20], Gen.Guid).Select(
        (letter, number, minute, id) => new CustomizationJob
        {
            JobName = $"{letter}-{number}",
            Status = "Completed",
            CreationTime = Start.AddMinutes(minute),
            JobArn = id.ToString(),
        });

    private static readonly Gen<JobQuery> GenQuery = Gen.Select(
        Gen.Int[0, Names.Length - 1],
        Gen.Int[1, 9],
        Gen.OneOf(Gen.Const(0UL), Gen.ULong[0, 40]),
        Gen.OneOf(Gen.Const(ulong.MaxValue), Gen.ULong[1, 60]),
        Gen.Bool).Select((names, pageSize, skip, first, ascending) => new JobQuery
        {
            Name = [.. Names[names]],
            PageSize = pageSize,
            Skip = skip,
            First = first,
            SortOrder = ascending ? "Ascending" : "Descending",
        });

    // The fault of each request, if any. Each fault occurs this many times in a row.
    private static readonly Gen<List<BedrockErrorId?>> GenSchedule = Gen.Select(
        Gen.Frequency((2, Gen.Const((BedrockErrorId?)null)), (1, Gen.Int[0, Faults.Length - 1].Select(i => (BedrockErrorId?)Faults[i]))),
        Gen.Frequency((3, Gen.Int[1, 3]), (1, Gen.Const(7))))
        .Select((fault, times) => Enumerable.Repeat(fault, times)).List[0, 8].Select(runs => runs.SelectMany(run => run).ToList());

    private static readonly Gen<(List<CustomizationJob> Jobs, List<BedrockErrorId?> Schedule, int LongestPage, int Overlap)> GenPlace =
        Gen.Select(GenJob.List[0, 40], GenSchedule, Gen.Int[1, 12], Gen.Int[0, 3]);

    [Fact]
    public void With_any_failures_the_output_and_the_resumed_errors_contain_each_job_once()
    {
        var failures = 0;
        Gen.Select(GenPlace.List[1, 3], GenQuery, Gen.Bool).Sample(
            (places, query, stopsAtErrors) =>
            {
                // If -Skip or -First select jobs of several places, a place that returns nothing is left out. See below.
                if (!stopsAtErrors && places.Count > 1 && (query.Skip > 0 || query.First != ulong.MaxValue))
                {
                    places.ForEach(place => place.Schedule.InsertRange(0, new BedrockErrorId?[1]));
                }

                var (written, seen) = ListToTheEnd(places, query, stopsAtErrors);

                Assert.Equal(
                    Window(places.SelectMany(place => place.Jobs), query).Select(job => job.JobArn).Order(),
                    written.Select(job => job.JobArn).Order());
                Interlocked.Add(ref failures, seen);
            },
            iter: 2000);
        Assert.True(failures > 1000);
    }

    [Fact]
    public void If_errors_end_the_listing_the_combined_parts_are_in_order()
    {
        Gen.Select(GenPlace.List[1, 3], GenQuery).Sample(
            (places, query) =>
            {
                var (written, _) = ListToTheEnd(places, query, stopsAtErrors: true);

                Assert.Equal(Window(places.SelectMany(place => place.Jobs), query), written);
            },
            iter: 1000);
    }

    [Fact]
    public void With_First_a_place_that_returns_nothing_is_left_out_and_its_error_resumes_with_its_first_jobs()
    {
        Gen.Select(GenPlace.List[2, 3], GenQuery).Sample(
            (places, query) =>
            {
                query.Skip = 0;
                places.ForEach(place => place.Schedule.Clear());
                places[0].Schedule.Add(BedrockErrorId.AccessDenied);

                var (written, _) = ListToTheEnd(places, query, stopsAtErrors: false);

                var others = Window(places.Skip(1).SelectMany(place => place.Jobs), query);
                Assert.Equal(others, written.Take(others.Count));
                Assert.Equal(Window(places[0].Jobs, query), written.Skip(others.Count));
                Assert.Empty(Window(places.SelectMany(place => place.Jobs), query).Except(written));
            },
            iter: 1000);
    }

    private static (List<CustomizationJob> Written, int Failures) ListToTheEnd(
        List<(List<CustomizationJob> Jobs, List<BedrockErrorId?> Schedule, int LongestPage, int Overlap)> places,
        JobQuery query,
        bool stopsAtErrors)
    {
        var services = places.Select((place, i) => new ScriptedService(
            place.Jobs, place.LongestPage, overlap: place.Overlap, fault: request => Fault(place.Schedule, request))
        {
            Region = $"region-{i}",
        }).ToDictionary(service => service.Region);
        var host = new ReadingHost { StopsAtErrors = stopsAtErrors };

        var written = host.Read(services.Values.OrderBy(service => service.Region, StringComparer.Ordinal), query);
        for (var i = 0; i < host.Remainders.Count; i++)
        {
            written.AddRange(host.Resume(host.Remainders[i], region => services[region]));
        }

        return (written, host.Failures.Count);
    }

    private static BedrockRequestException? Fault(List<BedrockErrorId?> schedule, int request) =>
        request <= schedule.Count && schedule[request - 1] is { } errorId
            ? new BedrockRequestException(errorId, "Listing", detail: null)
            : null;

    private static List<CustomizationJob> Window(IEnumerable<CustomizationJob> jobs, JobQuery query) =>
    [
        .. ScriptedService.Served(jobs, new JobQuery { SortOrder = query.SortOrder })
            .Where(job => query.Name.Count == 0 || query.Name.Any(name => name.EndsWith('*')
                ? job.JobName.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
                : job.JobName.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Skip((int)query.Skip)
            .Take((int)Math.Min(query.First, int.MaxValue)),
    ];
}
