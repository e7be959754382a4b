namespace BedrockJobs.Service;

/// <summary>One page of the listing as the service returned it.</summary>
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

    /// <summary>Summaries that don't contain all required members and so can't be returned as jobs.</summary>
    public IReadOnlyList<MalformedSummary> Malformed { get; }

    /// <summary>The number of summaries in the response.</summary>
    public int ItemCount => Jobs.Count + Malformed.Count;

    /// <summary>The token of the next page; null or empty on the last page.</summary>
    public string? NextToken { get; }

    /// <summary>The AWS request ID.</summary>
    public string? RequestId { get; }
}
