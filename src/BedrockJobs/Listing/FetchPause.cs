namespace BedrockJobs.Listing;

/// <summary>A pause before a page is requested again.</summary>
internal sealed class FetchPause
{
    public FetchPause(BedrockRequestException failure, TimeSpan length, int page)
    {
        Failure = failure;
        Length = length;
        Page = page;
    }

    /// <summary>Why the page couldn't be fetched.</summary>
    public BedrockRequestException Failure { get; }

    public TimeSpan Length { get; }

    /// <summary>The page number, starting at 1.</summary>
    public int Page { get; }
}
