namespace BedrockJobs.Service;

/// <summary>One page of the listing as the service returned it.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Malformed">Summaries that don't contain all required members and so can't be returned as jobs.</param>
/// <param name="NextToken">The token of the next page; null or empty on the last page.</param>
/// <param name="RequestId">The AWS request ID.</param>
internal sealed record JobPage(
    IReadOnlyList<CustomizationJob> Jobs, IReadOnlyList<MalformedSummary> Malformed, string? NextToken, string? RequestId)
{
    /// <summary>The number of summaries in the response.</summary>
    public int ItemCount => Jobs.Count + Malformed.Count;
}

/// <summary>A summary that doesn't contain all members that the API requires.</summary>
/// <param name="Identifier">The ARN or name of the job, if the summary contains one.</param>
/// <param name="MissingMembers">The API names of the missing members, separated by commas.</param>
internal sealed record MalformedSummary(string? Identifier, string MissingMembers);
