using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using BedrockJobs.Listing;

namespace BedrockJobs.Commands;

/// <summary>The progress of a listing, shown once it has taken long enough for a user to wonder.</summary>
internal sealed class ListingProgress : IDisposable
{
    private const int ActivityId = 0x0BD2;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Cmdlet _cmdlet;
    private readonly string _target;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = Delay;
    private bool _isShown;

    public ListingProgress(Cmdlet cmdlet, string target)
    {
        _cmdlet = cmdlet;
        _target = target;
    }

    /// <summary>Shows how far the listing is, if that is due; may be called as often as one likes.</summary>
    public void Update(JobStream stream)
    {
        if (_watch.Elapsed >= _due)
        {
            _isShown = true;
            _due = _watch.Elapsed + Interval;
            Write(ProgressRecordType.Processing, string.Format(
                CultureInfo.CurrentCulture, SR.ProgressStatus, _target, stream.ReadCount, stream.MatchCount));
        }
    }

    /// <summary>Takes the progress away.</summary>
    public void Dispose()
    {
        if (_isShown)
        {
            try
            {
                Write(ProgressRecordType.Completed, _target);
            }
            catch (PipelineStoppedException)
            {
                // A stopped pipeline takes no more output, and the host clears what it shows.
            }
        }
    }

    private void Write(ProgressRecordType type, string status) =>
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, SR.ProgressActivity, status) { RecordType = type });
}
