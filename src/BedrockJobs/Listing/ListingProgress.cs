namespace BedrockJobs.Listing;

/// <summary>
/// Detects a listing that never ends: its pages are empty, or contain only jobs that the pages before should have
/// contained, such as the same pages again and again with new tokens.
/// </summary>
/// <remarks>
/// Jobs are ordered by creation time, so a page of a listing that goes on has a job beyond all previous ones. Overlapping
/// pages and a service that doesn't sort need some patience. This takes no memory for each job.
/// </remarks>
internal sealed class ListingProgress
{
    /// <summary>The most pages in a row that don't advance the listing.</summary>
    public const int MostPages = 1000;

    /// <summary>The most jobs in such pages: 10 of the largest pages.</summary>
    public const int MostJobs = 10 * JobQuery.LargestPage;

    private readonly bool _isDescending;
    private DateTime? _farthest;
    private int _jobs;

    public ListingProgress(bool isDescending)
    {
        _isDescending = isDescending;
    }

    /// <summary>The number of pages since the listing last advanced.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether the listing has stopped advancing.</summary>
    public bool IsOver => Pages >= MostPages || _jobs >= MostJobs;

    /// <summary>Records the next page.</summary>
    public void Note(JobPage page)
    {
        Pages++;
        _jobs += page.ItemCount;
        foreach (var job in page.Jobs)
        {
            if (_farthest is null || (_isDescending ? job.CreationTimeUtc < _farthest : job.CreationTimeUtc > _farthest))
            {
                _farthest = job.CreationTimeUtc;
                Pages = 0;
                _jobs = 0;
            }
        }
    }
}
