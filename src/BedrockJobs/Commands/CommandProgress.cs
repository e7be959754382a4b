using System;
using System.Diagnostics;
using System.Management.Automation;
using BedrockJobs.Views;

namespace BedrockJobs.Commands;

/// <summary>The progress of a command, shown once it has taken long enough for a user to wonder.</summary>
internal sealed class CommandProgress : IDisposable
{
    private const int ActivityId = 0x0BD2;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Cmdlet _cmdlet;
    private readonly string _activity;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = Delay;
    private bool _isShown;

    /// <param name="cmdlet">The cmdlet that shows it.</param>
    /// <param name="activity">What the command does.</param>
    public CommandProgress(Cmdlet cmdlet, string activity)
    {
        _cmdlet = cmdlet;
        _activity = activity;
    }

    /// <summary>Shows how far the command is, if that is due; may be called as often as you like.</summary>
    public void Update(Func<string> status)
    {
        if (_watch.Elapsed >= _due)
        {
            _isShown = true;
            _due = _watch.Elapsed + Interval;
            Write(ProgressRecordType.Processing, status());
        }
    }

    /// <summary>Takes the progress away.</summary>
    public void Dispose()
    {
        if (_isShown)
        {
            try
            {
                Write(ProgressRecordType.Completed, _activity);
            }
            catch (PipelineStoppedException)
            {
                // A stopped pipeline takes no more output, and the host clears what it shows.
            }
        }
    }

    private void Write(ProgressRecordType type, string status) =>
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, PrintableText.From(status)) { RecordType = type });
}
