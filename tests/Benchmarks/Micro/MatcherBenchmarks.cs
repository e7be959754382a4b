using BedrockJobs.Listing;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>The filters that run for every job.</summary>
public class MatcherBenchmarks
{
    private readonly JobMatcher _exact = new(new JobQuery { Name = ["train-000000000500", "another"] });
    private readonly JobMatcher _wildcard = new(new JobQuery { Name = ["train-*500"] });
    private readonly JobMatcher _statuses = new(new JobQuery { Status = [JobStatus.Failed, JobStatus.Stopped] });
    private readonly JobMatcher _allOfService = new(new JobQuery
    {
        Status = [JobStatus.Completed],
        NameContains = "0500",
        CreatedAfter = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        CreatedBefore = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc),
    });

    private readonly CustomizationJob _job = new()
    {
        JobName = "train-000000000500",
        Status = JobStatus.Completed,
        CreationTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local),
    };

    [Benchmark(Description = "JobMatcher.Matches, exact names")]
    public bool Exact() => _exact.Matches(_job);

    [Benchmark(Description = "JobMatcher.Matches, a wildcard")]
    public bool Wildcard() => _wildcard.Matches(_job);

    [Benchmark(Description = "JobMatcher.Matches, two statuses")]
    public bool Statuses() => _statuses.Matches(_job);

    [Benchmark(Description = "JobMatcher.MatchesServiceFilter, every filter of the service")]
    public bool AsAsked() => _allOfService.MatchesServiceFilter(_job);
}
