namespace BedrockJobs.Tests.Listing;

/// <summary>
/// A listing in memory that records its requests. It filters and sorts as the service does. It can return shorter pages than
/// requested, fail from some request on or as a script specifies, ignore all filters, and repeat the end of the previous page.
/// </summary>
internal sealed class ScriptedService(
    IReadOnlyList<CustomizationJob> jobs,
    int longestPage = int.MaxValue,
    int failsAtRequest = int.MaxValue,
    bool ignoresFilters = false,
    int overlap = 0,
    Func<int, BedrockRequestException?>? fault = null) : ListingService
{
    public List<JobQuery> Requests { get; } = [];

    public override Task<JobPage> ListJobsAsync(JobQuery request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Requests.Count >= failsAtRequest)
        {
            throw new BedrockRequestException(BedrockErrorId.AccessDenied, "Listing", detail: null);
        }

        if (fault?.Invoke(Requests.Count) is { } failure)
        {
            throw failure;
        }

        var matching = Served(jobs, ignoresFilters ? new JobQuery { SortOrder = request.SortOrder } : request);
        var start = request.NextToken is null ? 0 : int.Parse(request.NextToken, CultureInfo.InvariantCulture);
        var page = matching.Skip(start).Take(Math.Min(request.PageSize, longestPage)).ToList();
        var end = start + page.Count;
        var next = Math.Max(start + 1, end - overlap);
        var token = end < matching.Count ? next.ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new JobPage(page, [], token, RequestId: "id-" + Requests.Count));
    }

    /// <summary>The jobs in the listing, in order.</summary>
    public static List<CustomizationJob> Served(IEnumerable<CustomizationJob> jobs, JobQuery request)
    {
        var served = jobs.Where(job =>
            (request.StatusEquals is null || job.Status == request.StatusEquals)
            && (request.NameContains is null || job.JobName.Contains(request.NameContains, StringComparison.Ordinal))
            && (request.CreatedAfter is null || job.CreationTime > request.CreatedAfter)
            && (request.CreatedBefore is null || job.CreationTime < request.CreatedBefore));
        return [.. request.SortOrder == "Ascending"
            ? served.OrderBy(job => job.CreationTime)
            : served.OrderByDescending(job => job.CreationTime)];
    }
}
