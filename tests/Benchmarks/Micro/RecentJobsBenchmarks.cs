using BedrockJobs.Listing;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>Finds out whether a job is new or occurs again.</summary>
public class RecentJobsBenchmarks
{
    private const int Jobs = 1000;

    private readonly CustomizationJob[] _ordered = JobsOf(index => index);
    private readonly CustomizationJob[] _sameTime = JobsOf(_ => 0);

    [Benchmark(Description = "RecentJobs.Admit, 1,000 jobs in order")]
    public int Ordered() => Admitted(_ordered);

    [Benchmark(Description = "RecentJobs.Admit, 1,000 jobs of the same time")]
    public int SameTime() => Admitted(_sameTime);

    private static int Admitted(CustomizationJob[] jobs)
    {
        var recent = new RecentJobs(isDescending: true, listedBefore: []);
        return jobs.Count(recent.Admit);
    }

    private static CustomizationJob[] JobsOf(Func<int, int> second) =>
    [
        .. Enumerable.Range(0, Jobs).Select(index => new CustomizationJob
        {
            JobArn = $"arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-pro-v1:0:300k/{index:D12}",
            CreationTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local).AddSeconds(-second(index)),
        }),
    ];
}
