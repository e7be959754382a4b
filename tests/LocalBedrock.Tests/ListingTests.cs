namespace LocalBedrock.Tests;

public sealed class ListingTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(
        RunningService.Empty with { Regions = ["us-east-1", "eu-west-1"] });

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task AddAsync(params string[] names) => _service.AddJobsAsync(
        [.. names.Select((n, i) => new { jobName = n, creationTime = $"2026-01-01T12:00:{i:D2}Z" })]);

    [Fact]
    public async Task The_newest_job_is_first_by_default()
    {
        await AddAsync("a", "b", "c");
        Assert.Equal(["c", "b", "a"], (await _service.ListAsync()).Names);
        Assert.Equal(["c", "b", "a"], (await _service.ListAsync(("sortBy", "CreationTime"), ("sortOrder", "Descending"))).Names);
        Assert.Equal(["a", "b", "c"], (await _service.ListAsync(("sortOrder", "Ascending"))).Names);
    }

    [Fact]
    public async Task Time_limits_are_exclusive()
    {
        await AddAsync("a", "b", "c", "d");
        var reply = await _service.ListAsync(
            ("creationTimeAfter", "2026-01-01T12:00:00Z"), ("creationTimeBefore", "2026-01-01T12:00:03Z"));
        Assert.Equal(["c", "b"], reply.Names);
    }

    [Fact]
    public async Task The_status_filter_uses_the_current_status()
    {
        await _service.AddJobsAsync(new { jobName = "a", endsAt = "2026-01-01T01:00:00Z" }, new { jobName = "b" });
        Assert.Empty((await _service.ListAsync(("statusEquals", "Completed"))).Names);
        await _service.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["a"], (await _service.ListAsync(("statusEquals", "Completed"))).Names);
        Assert.Equal(["b"], (await _service.ListAsync(("statusEquals", "InProgress"))).Names);
    }

    [Theory]
    [InlineData("sortOrder", "Ascending")]
    [InlineData("nameContains", "a")]
    [InlineData("statusEquals", "InProgress")]
    [InlineData("creationTimeAfter", "2025-01-01T00:00:00Z")]
    [InlineData("creationTimeBefore", "2027-01-01T00:00:00Z")]
    public async Task A_token_is_valid_only_for_its_inputs(string name, string value)
    {
        await AddAsync("a1", "a2", "a3");
        var token = (await _service.ListAsync(("maxResults", "1"))).NextToken!;
        (await _service.ListAsync(("nextToken", token), (name, value))).AssertError(400, "ValidationException");
    }

    [Fact]
    public async Task A_token_is_valid_only_in_its_region_and_account()
    {
        await AddAsync("a", "b");
        var target = RunningService.ListTarget(("nextToken", (await _service.ListAsync(("maxResults", "1"))).NextToken!));
        (await _service.GetAsync(target, RequestSigner.First with { Region = "eu-west-1" })).AssertError(400, "ValidationException");
        (await _service.GetAsync(target, RequestSigner.Second)).AssertError(400, "ValidationException");
        Assert.Equal(200, (await _service.GetAsync(target)).Status);
    }

    [Fact]
    public async Task A_token_with_a_changed_letter_is_rejected()
    {
        await AddAsync("a", "b");
        var token = (await _service.ListAsync(("maxResults", "1"))).NextToken!;
        for (var i = 0; i < token.Length - 4; i += 7)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            (await _service.ListAsync(("nextToken", changed))).AssertError(400, "ValidationException");
        }

        (await _service.ListAsync(("nextToken", "AAAA"))).AssertError(400, "ValidationException");
    }

    [Fact]
    public async Task A_job_that_is_created_during_a_listing_repeats_and_hides_none()
    {
        await AddAsync("a", "b", "c", "d");
        var first = await _service.ListAsync(("maxResults", "2"));
        await _service.AddJobsAsync(new { jobName = "newer", creationTime = "2026-01-02T00:00:00Z" });
        var second = await _service.ListAsync(("maxResults", "2"), ("nextToken", first.NextToken!));
        Assert.Equal(["d", "c", "b", "a"], [.. first.Names, .. second.Names]);
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // Few different times, names, and statuses, so that equal times and empty results are common.
    private static readonly Gen<Job> GenJob = Gen.Select(
        Gen.Int[0, 9], Gen.String[Gen.Char["abA"], 1, 4], Gen.Int[0, 999_999], Any("InProgress", "Completed", "Failed"),
        (second, text, id, status) => new Job(
            $"arn:{id:D6}", $"{text}{id}", Noon.AddSeconds(second), "base", new GivenCourse(new JobState(status)))
        {
            ModelName = null,
            ModelArn = null,
        });

    private static readonly Gen<JobQuery> GenQuery = Gen.Select(
        Gen.Int[-1, 11], Gen.Int[-1, 11], Any<string?>(null, "InProgress", "Completed", "Stopped"), Any<string?>(null, "a", "A", "bb"),
        Gen.Int[1, 12], Gen.Bool,
        (after, before, status, name, size, descending) => new JobQuery
        {
            CreationTimeAfter = after < 0 ? null : Noon.AddSeconds(after),
            CreationTimeBefore = before < 0 ? null : Noon.AddSeconds(before),
            StatusEquals = status,
            NameContains = name,
            MaxResults = size,
            Descending = descending,
        });

    [Fact]
    public void The_pages_together_equal_the_filtered_and_sorted_jobs() =>
        Gen.Select(GenJob.Array[0, 40], GenQuery).Sample((drawn, query) =>
        {
            Job[] jobs = [.. drawn.DistinctBy(j => j.Arn)];
            var shelf = new JobShelf("us-east-1", "111122223333");
            Assert.Null(shelf.Add(jobs));

            var tokens = new PageTokens();
            var listed = new List<Job>();
            PagePosition? start = null;
            do
            {
                var page = JobPage.Of(shelf.Sorted, query, start, Noon);
                Assert.True(page.Jobs.Count == query.MaxResults || page.End is null);
                listed.AddRange(page.Jobs);
                Assert.True(listed.Count <= jobs.Length, "A listing repeats jobs.");
                start = page.End is null ? null : tokens.Read(tokens.Make(page.End, query, shelf), query, shelf);
            }
            while (start is not null);

            IEnumerable<Job> expected = jobs
                .Where(j => query.CreationTimeAfter is null || j.CreationTime > query.CreationTimeAfter)
                .Where(j => query.CreationTimeBefore is null || j.CreationTime < query.CreationTimeBefore)
                .Where(j => query.StatusEquals is null || j.StatusAt(Noon) == query.StatusEquals)
                .Where(j => query.NameContains is null || j.Name.Contains(query.NameContains, StringComparison.Ordinal))
                .OrderBy(j => j.CreationTime)
                .ThenBy(j => j.Arn, StringComparer.Ordinal);
            Assert.Equal((query.Descending ? expected.Reverse() : expected).Select(j => j.Arn), listed.Select(j => j.Arn));
        });
}
