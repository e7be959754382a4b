using System.Collections.Generic;
using BedrockJobs.Listing;
using BedrockJobs.Service;

namespace BedrockJobs.Waiting;

/// <summary>What one poll of a target has learned, even if it failed before its end.</summary>
internal sealed class PollResult
{
    /// <summary>The pages that were read, with what was asked.</summary>
    public List<(ListJobsRequest Request, FetchedPage Page)> Pages { get; } = [];

    /// <summary>The jobs that were found, as they are now.</summary>
    public List<(WaitedJob Job, CustomizationJob Found)> Found { get; } = [];

    /// <summary>The jobs that can't be waited for, such as one that does not exist.</summary>
    public List<(WaitedJob Job, BedrockRequestException Exception)> Failed { get; } = [];

    /// <summary>What kept the poll from its end; null for nothing.</summary>
    public BedrockRequestException? Failure { get; set; }
}
