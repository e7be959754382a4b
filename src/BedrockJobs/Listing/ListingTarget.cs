namespace BedrockJobs.Listing;

/// <summary>One target of a listing, and its progress.</summary>
internal sealed class ListingTarget
{
    public ListingTarget(JobQuery query)
    {
        Query = query;
    }

    /// <summary>The query for this target.</summary>
    public JobQuery Query { get; private set; }

    /// <summary>The reader of this target; null if there is no connection.</summary>
    public JobSource? Source { get; private set; }

    /// <summary>Whether it has failed.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether its error was written. The error contains the rest of the target's query.</summary>
    public bool IsReported { get; set; }

    /// <summary>Sets the reader after a connection was made.</summary>
    public void Begin(JobSource source)
    {
        Source = source;
        Query = source.Query;
    }

    /// <summary>The rest of the query; null for none.</summary>
    /// <param name="stream">The reader of all targets; null if there is none yet.</param>
    public JobQuery? Rest(JobStream? stream) =>
        Source is null || stream is null ? Query : Source.IsAtEnd ? null : stream.Remainder(Source);
}
