using BedrockJobs.Listing;
using BedrockJobs.Running;
using BedrockJobs.Service;
using BenchmarkDotNet.Attributes;

namespace BedrockJobs.Micro;

/// <summary>Reads one page of each of eight places as one sorted stream.</summary>
public class MergeBenchmarks
{
    private const int Places = 8;
    private const int JobsOfEach = 1000;

    private readonly JobPage[] _pages = [.. Enumerable.Range(0, Places).Select(PageOf)];

    [Benchmark(Description = "JobStream.Read, 8 places of 1,000 jobs")]
    public int Merge()
    {
        var query = new JobQuery { PageSize = JobsOfEach, First = ulong.MaxValue };
        using var run = new CommandRun(
            new Reader(), Places, CancellationToken.None, settings => Task.FromResult<IBedrockService>(new OnePage(_pages[int.Parse(settings.Region!, CultureInfo.InvariantCulture)])));
        using var stream = new JobStream(
            run, query, Enumerable.Range(0, Places).Select(place => (run.PlaceOf(new ConnectionSettings { Region = $"{place}" }), query)));
        return stream.Read().Count();
    }

    private static JobPage PageOf(int place)
    {
        var newest = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);
        var jobs = Enumerable.Range(0, JobsOfEach).Select(index => new CustomizationJob
        {
            JobArn = $"arn:aws:bedrock:us-east-{place}:111122223333:model-customization-job/model/{index}",
            CreationTime = newest.AddSeconds(-(index * Places) - place),
        });
        return new JobPage([.. jobs], [], NextToken: null, RequestId: null);
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

    private sealed class Reader : IPipeline
    {
        public void WaitFor(Task task, Action? whileWaiting = null) => task.Wait();

        public void WriteVerbose(string text)
        {
        }

        public void WriteDebug(string text)
        {
        }

        public void WriteWarning(string text)
        {
        }

        public void WriteError(BedrockRequestException failure, object? target) => throw failure;

        public void HideProgress()
        {
        }

        public void ShowProgress(Func<ProgressText> text)
        {
        }
    }
}
