namespace BedrockJobs.Running;

/// <summary>The progress bar of a command. It appears only when the command has run for a while.</summary>
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

    /// <param name="cmdlet">The cmdlet that shows the progress.</param>
    /// <param name="activity">What the command does.</param>
    public CommandProgress(Cmdlet cmdlet, string activity)
    {
        _cmdlet = cmdlet;
        _activity = activity;
    }

    /// <summary>Updates the progress bar if an update is due. You can call it as often as you like.</summary>
    public void Update(Func<string> status)
    {
        if (_watch.Elapsed >= _due)
        {
            _isShown = true;
            _due = _watch.Elapsed + Interval;
            Write(ProgressRecordType.Processing, status());
        }
    }

    /// <summary>Removes the progress bar.</summary>
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
                // A stopped pipeline accepts no more output, and the host clears the progress bar.
            }
        }
    }

    private void Write(ProgressRecordType type, string status) =>
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, PrintableText.From(status)) { RecordType = type });
}
