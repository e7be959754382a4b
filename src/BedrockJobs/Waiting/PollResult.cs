namespace BedrockJobs.Waiting;

/// <summary>The results of one poll of a target, complete or up to a failure.</summary>
internal sealed class PollResult
{
    /// <summary>The pages that were read, with their requests.</summary>
    public List<(JobQuery Request, FetchedPage Page)> Pages { get; } = [];

    /// <summary>The jobs that were found, with their current state.</summary>
    public List<(WaitedJob Job, CustomizationJob Found)> Found { get; } = [];

    /// <summary>The jobs that can't be waited for, such as a job that doesn't exist.</summary>
    public List<(WaitedJob Job, BedrockRequestException Exception)> Failed { get; } = [];

    /// <summary>The failure that ended the poll; null for none.</summary>
    public BedrockRequestException? Failure { get; set; }
}
