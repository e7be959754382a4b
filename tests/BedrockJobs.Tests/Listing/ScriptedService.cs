using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Tests.Listing;

/// <summary>
/// A listing in memory that notes what it was asked: it filters by status and sorts as the service does, its pages may
/// be shorter than asked, and from some page on it may fail.
/// </summary>
internal sealed class ScriptedService(
    IReadOnlyList<CustomizationJob> jobs, int longestPage = int.MaxValue, int failsAtRequest = int.MaxValue) : IBedrockService
{
    public List<ListJobsRequest> Requests { get; } = [];

    public string Region => "us-east-1";

    public string Name => "us-east-1";

    public string Endpoint => "memory";

    public Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Requests.Count >= failsAtRequest)
        {
            throw new BedrockRequestException(BedrockErrorId.AccessDenied, "Listing", detail: null);
        }

        var matching = Served(jobs, request.StatusEquals, request.SortOrder);
        var start = request.NextToken is null ? 0 : int.Parse(request.NextToken, CultureInfo.InvariantCulture);
        var page = matching.Skip(start).Take(Math.Min(request.MaxResults, longestPage)).ToList();
        var end = start + page.Count;
        var token = end < matching.Count ? end.ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new JobPage(page, [], token, requestId: "id-" + Requests.Count));
    }

    public void Dispose()
    {
    }

    /// <summary>What the service lists of the jobs, and in which order.</summary>
    public static List<CustomizationJob> Served(IEnumerable<CustomizationJob> jobs, string? status, string sortOrder)
    {
        var served = jobs.Where(job => status is null || job.Status == status);
        return [.. sortOrder == "Ascending"
            ? served.OrderBy(job => job.CreationTime)
            : served.OrderByDescending(job => job.CreationTime)];
    }
}
