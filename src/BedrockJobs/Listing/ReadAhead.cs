using System;
using System.Diagnostics;

namespace BedrockJobs.Listing;

/// <summary>
/// Says when the next page should be asked for while the pipeline is still at the current one.
/// </summary>
/// <remarks>
/// When half of the page is consumed: a <c>Select-Object -First</c> that the first half satisfies then costs no request
/// that nobody needs. Earlier, where the consumer is so slow that waiting for the half would leave the service idle;
/// that a slow consumer stops in the first half can't be known, and is then worth one request.
/// </remarks>
internal sealed class ReadAhead
{
    /// <summary>An item takes long if all of a page's would take this part of the time that a page takes to come.</summary>
    private const int WorthwhilePart = 4;

    /// <summary>This part of a page's items must take long, so that a pause of the machine does not count.</summary>
    private const int SlowPart = 50;

    /// <summary>Less than this is what any pipeline takes.</summary>
    private static readonly long ShortestSlowItem = Stopwatch.Frequency / 20_000;

    private int _itemCount;
    private int _consumed;
    private int _slowItems;
    private long _slowItem;
    private bool _isFirstItem = true;

    /// <summary>Whether to ask for the next page now.</summary>
    public bool IsDue => _consumed * 2 >= _itemCount || _slowItems >= Math.Max(1, _itemCount / SlowPart);

    /// <summary>A page has come.</summary>
    /// <param name="itemCount">How many jobs of it the pipeline gets.</param>
    /// <param name="elapsed">How long it took to come.</param>
    public void Begin(int itemCount, TimeSpan elapsed)
    {
        _itemCount = itemCount;
        _consumed = 0;
        _slowItems = 0;
        var ticks = (long)(elapsed.TotalSeconds * Stopwatch.Frequency);
        _slowItem = Math.Max(ShortestSlowItem, ticks / WorthwhilePart / Math.Max(1, itemCount));
    }

    /// <summary>The pipeline has consumed a job of the page.</summary>
    /// <param name="ticks">How long it took, in ticks of <see cref="Stopwatch"/>.</param>
    public void Consume(long ticks)
    {
        _consumed++;

        // The very first item pays for what is done once, such as compiling the consumer.
        if (!_isFirstItem && ticks >= _slowItem)
        {
            _slowItems++;
        }

        _isFirstItem = false;
    }
}
