namespace BedrockJobs.Listing;

/// <summary>A page, and how long it took to fetch it.</summary>
internal sealed class FetchedPage
{
    public FetchedPage(JobPage page, TimeSpan elapsed)
    {
        Page = page;
        Elapsed = elapsed;
    }

    public JobPage Page { get; }

    public TimeSpan Elapsed { get; }
}
