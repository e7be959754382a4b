using System;

namespace BedrockJobs.Listing;

/// <summary>A pause before a page is asked for again.</summary>
internal sealed class FetchPause
{
    public FetchPause(BedrockRequestException failure, TimeSpan length, int page)
    {
        Failure = failure;
        Length = length;
        Page = page;
    }

    /// <summary>Why the page did not come.</summary>
    public BedrockRequestException Failure { get; }

    public TimeSpan Length { get; }

    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; }
}
