namespace BedrockJobs.Running;

/// <summary>
/// The progress bar of a wait: one line for each job, as far as the window has room. It appears only when the wait has
/// taken a while. Without a window, it shows nothing.
/// </summary>
internal sealed class WaitProgress : IDisposable
{
    private const int ActivityId = 0x0BD3;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly PSCmdlet _cmdlet;
    private readonly JobWait _wait;
    private readonly int _jobCount;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = Delay;
    private int _shownLines;

    public WaitProgress(PSCmdlet cmdlet, JobWait wait)
    {
        _cmdlet = cmdlet;
        _wait = wait;
        _jobCount = wait.Pending.Count();
    }

    /// <summary>Updates the progress bar if an update is due. You can call it as often as you like.</summary>
    public void Update()
    {
        if (_watch.Elapsed < _due)
        {
            return;
        }

        _due = _watch.Elapsed + Interval;
        var room = Room();
        if (room == 0)
        {
            return;
        }

        var pending = _wait.Pending.Count();
        Write(0, SR.WaitProgressActivity, Format(SR.WaitProgressStatus, _jobCount - pending, _jobCount));
        var line = 1;
        foreach (var job in _wait.Pending.Take(room - 1))
        {
            Write(line++, PrintableText.From(job.Latest?.JobName ?? job.Identifier), StatusOf(job));
        }

        RemoveLines(from: line);
        _shownLines = line;
    }

    /// <summary>Removes the progress bar.</summary>
    public void Dispose()
    {
        try
        {
            RemoveLines(from: 0);
        }
        catch (PipelineStoppedException)
        {
            // A stopped pipeline accepts no more output, and the host clears the progress bar.
        }
    }

    private static string StatusOf(WaitedJob job)
    {
        if (job.Latest is not { } latest)
        {
            return SR.WaitProgressUnseen;
        }

        var status = PrintableText.From(latest.Status);
        var part = PartUnderWay.Of(latest);
        return part is null
            ? Format(SR.WaitProgressJob, status, DisplayText.Duration(latest.Duration))
            : Format(SR.WaitProgressPart, status, DisplayText.Duration(latest.Duration), part);
    }

    // The PowerShell console uses a third of the window for progress, and at least five lines.
    private int Room() => HostWindow.Height(_cmdlet.Host) is { } height ? Math.Max(5, height / 3) : 0;

    private void RemoveLines(int from)
    {
        for (var line = _shownLines - 1; line >= from; line--)
        {
            Write(line, SR.WaitProgressActivity, SR.WaitProgressActivity, ProgressRecordType.Completed);
        }
    }

    private void Write(
        int line, string activity, string status, ProgressRecordType type = ProgressRecordType.Processing) =>
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId + line, activity, status)
        {
            ParentActivityId = line == 0 ? -1 : ActivityId,
            RecordType = type,
        });

    private static string Format(string format, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
