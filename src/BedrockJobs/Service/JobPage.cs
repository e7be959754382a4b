using System.Collections.Generic;

namespace BedrockJobs.Service;

/// <summary>One page of the listing as the service sent it.</summary>
internal sealed class JobPage
{
    public JobPage(
        IReadOnlyList<CustomizationJob> jobs,
        IReadOnlyList<MalformedSummary> malformed,
        string? nextToken,
        string? requestId)
    {
        Jobs = jobs;
        Malformed = malformed;
        NextToken = nextToken;
        RequestId = requestId;
    }

    public IReadOnlyList<CustomizationJob> Jobs { get; }

    /// <summary>Summaries that lack what the API promises and so can't be shown as jobs.</summary>
    public IReadOnlyList<MalformedSummary> Malformed { get; }

    /// <summary>How many summaries the service sent.</summary>
    public int ItemCount => Jobs.Count + Malformed.Count;

    /// <summary>The token of the next page; null or empty on the last.</summary>
    public string? NextToken { get; }

    /// <summary>The id under which AWS knows the request.</summary>
    public string? RequestId { get; }
}
