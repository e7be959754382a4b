using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Tests.Listing;

/// <summary>
/// A listing in memory that notes what it was asked: it filters by status as the service does, and its pages may be
/// shorter than asked.
/// </summary>
internal sealed class ScriptedService(IReadOnlyList<CustomizationJob> jobs, int longestPage = int.MaxValue) : IBedrockService
{
    public List<ListJobsRequest> Requests { get; } = [];

    public string Region => "us-east-1";

    public string Endpoint => "memory";

    public Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        var matching = jobs.Where(job => request.StatusEquals is null || job.Status == request.StatusEquals).ToList();
        var start = request.NextToken is null ? 0 : int.Parse(request.NextToken, CultureInfo.InvariantCulture);
        var page = matching.Skip(start).Take(Math.Min(request.MaxResults, longestPage)).ToList();
        var end = start + page.Count;
        var token = end < matching.Count ? end.ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new JobPage(page, [], token, requestId: "id-" + Requests.Count));
    }

    public void Dispose()
    {
    }
}
