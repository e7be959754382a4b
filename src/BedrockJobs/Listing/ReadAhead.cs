namespace BedrockJobs.Listing;

/// <summary>Decides when to fetch the next page while the pipeline still processes the current one.</summary>
/// <remarks>
/// The next page is fetched when half of the current page is processed, so that <c>Select-Object -First</c> doesn't
/// cost an unnecessary request if the first half is enough. If the consumer is so slow that waiting would leave the
/// service idle, the page is fetched earlier. Whether a slow consumer stops in the first half can't be known, so this
/// is worth one request.
/// </remarks>
internal sealed class ReadAhead
{
    /// <summary>
    /// A job is slow if a full page of such jobs would take this fraction of the time that it takes to fetch a page.
    /// </summary>
    private const int WorthwhilePart = 4;

    /// <summary>
    /// This fraction of the jobs of a page must be slow, so that a pause of the computer doesn't count.
    /// </summary>
    private const int SlowPart = 50;

    /// <summary>Any pipeline takes less than this for a job.</summary>
    private static readonly TimeSpan ShortestSlowItem = TimeSpan.FromMicroseconds(50);

    private int _itemCount;
    private int _consumed;
    private int _slowItems;
    private TimeSpan _slowItem;
    private bool _isFirstItem = true;

    /// <summary>Whether to fetch the next page now.</summary>
    public bool IsDue => _consumed * 2 >= _itemCount || _slowItems >= Math.Max(1, _itemCount / SlowPart);

    /// <summary>Starts a page.</summary>
    /// <param name="itemCount">The number of jobs of the page that the pipeline gets.</param>
    public void Begin(int itemCount, TimeSpan elapsed)
    {
        _itemCount = itemCount;
        _consumed = 0;
        _slowItems = 0;
        var slow = elapsed / WorthwhilePart / Math.Max(1, itemCount);
        _slowItem = slow > ShortestSlowItem ? slow : ShortestSlowItem;
    }

    /// <summary>Records that the pipeline has processed a job of the page.</summary>
    public void Consume(TimeSpan elapsed)
    {
        _consumed++;

        // The first job includes one-time work such as compiling the consumer.
        if (!_isFirstItem && elapsed >= _slowItem)
        {
            _slowItems++;
        }

        _isFirstItem = false;
    }
}
