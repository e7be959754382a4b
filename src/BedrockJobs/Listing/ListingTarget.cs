namespace BedrockJobs.Listing;

/// <summary>One target of a listing, and how far it has come.</summary>
internal sealed class ListingTarget
{
    public ListingTarget(JobQuery query)
    {
        Query = query;
    }

    /// <summary>What it is asked.</summary>
    public JobQuery Query { get; private set; }

    /// <summary>What reads it; null where there is no connection.</summary>
    public JobSource? Source { get; private set; }

    /// <summary>Whether it has failed.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether its error was written, which tells what is left of it.</summary>
    public bool IsReported { get; set; }

    /// <summary>There is a connection to read it by.</summary>
    public void Begin(JobSource source)
    {
        Source = source;
        Query = source.Query;
    }

    /// <summary>What is left of it; null for nothing.</summary>
    /// <param name="stream">What all targets are read by; null before that.</param>
    public JobQuery? Rest(JobStream? stream) =>
        Source is null || stream is null ? Query : Source.IsAtEnd ? null : stream.Remainder(Source);
}
