using BedrockJobs.Listing;
using BedrockJobs.Service;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>Reads one page of each of eight targets as one sorted stream.</summary>
public class MergeBenchmarks
{
    private const int Targets = 8;
    private const int JobsOfEach = 1000;

    private readonly JobPage[] _pages = [.. Enumerable.Range(0, Targets).Select(PageOf)];

    [Benchmark(Description = "JobStream.Next, 8 targets of 1,000 jobs")]
    public int Merge()
    {
        var query = new JobQuery { PageSize = JobsOfEach, First = ulong.MaxValue };
        JobSource[] sources = [.. _pages.Select(page => new JobSource(new OnePage(page), query))];
        using var stream = new JobStream(sources, query, readsToEnd: false, Targets, new Reader(), CancellationToken.None);
        var count = 0;
        while (stream.Next() is not null)
        {
            count++;
        }

        return count;
    }

    private static JobPage PageOf(int target)
    {
        var newest = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);
        var jobs = Enumerable.Range(0, JobsOfEach).Select(index => new CustomizationJob
        {
            JobArn = $"arn:aws:bedrock:us-east-{target}:111122223333:model-customization-job/model/{index}",
            CreationTime = newest.AddSeconds(-(index * Targets) - target),
        });
        return new JobPage([.. jobs], [], nextToken: null, requestId: null);
    }

    private sealed class OnePage(JobPage page) : IBedrockService
    {
        public string Region => "us-east-1";

        public string Name => "us-east-1";

        public string Endpoint => "http://localhost";

        public bool CanRenewKey => false;

        public Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken) => Task.FromResult(page);

        public Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private sealed class Reader : IJobStreamHost
    {
        public void WaitFor(Task task) => task.Wait();

        public void OnRequest(JobSource source, JobQuery request)
        {
        }

        public void OnPage(JobSource source, FetchedPage fetched)
        {
        }

        public void OnFailure(JobSource source, BedrockRequestException exception) => throw exception;
    }
}
