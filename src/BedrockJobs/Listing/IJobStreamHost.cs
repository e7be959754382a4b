using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Listing;

/// <summary>Whoever reads a <see cref="JobStream"/>: waits for it, and is told of requests. All on the reader's thread.</summary>
internal interface IJobStreamHost
{
    /// <summary>Blocks until the task has ended, well or not.</summary>
    void WaitFor(Task task);

    /// <summary>A request is about to be sent.</summary>
    void OnRequest(JobSource source, ListJobsRequest request);

    /// <summary>A page has come.</summary>
    void OnPage(JobSource source, FetchedPage fetched);

    /// <summary>A request has failed, and no more comes of its target.</summary>
    void OnFailure(JobSource source, BedrockRequestException exception);
}
