using System.Management.Automation.Host;

namespace BedrockJobs.Running;

/// <summary>The progress bar of a command. It appears only when the command has run for a while.</summary>
internal sealed class CommandProgress
{
    private const int ActivityId = 0x0BD2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly PSCmdlet _cmdlet;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = Interval;
    private string _activity = string.Empty;
    private int _shownLines;

    public CommandProgress(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Updates the progress bar if an update is due. You can call it as often as you like.</summary>
    public void Update(Func<ProgressText> text)
    {
        if (_watch.Elapsed < _due)
        {
            return;
        }

        _due = _watch.Elapsed + Interval;
        var shown = text();
        var lines = shown.Jobs is null ? 1 : LinesOfWindow();
        if (lines == 0)
        {
            return;
        }

        _activity = shown.Activity;
        Write(0, _activity, shown.Status);
        var line = 1;
        foreach (var (name, status) in shown.Jobs?.Take(lines - 1) ?? [])
        {
            Write(line++, name, status);
        }

        RemoveLines(from: line);
        _shownLines = line;
    }

    /// <summary>Removes the progress bar.</summary>
    public void Hide()
    {
        try
        {
            RemoveLines(from: 0);
        }
        catch (Exception exception) when (exception is PipelineStoppedException or InvalidOperationException)
        {
            // A pipeline that was stopped or has ended accepts no more output, and the host clears the progress bar.
        }

        _shownLines = 0;
    }

    // The PowerShell console uses a third of the window for progress, and at least five lines. Without a window, nobody would
    // see the lines of a wait that can take hours.
    private int LinesOfWindow()
    {
        try
        {
            return _cmdlet.Host.UI?.RawUI?.WindowSize.Height is > 0 and var height ? Math.Max(5, height / 3) : 0;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or IOException or InvalidOperationException)
        {
            // A host without a window throws one of these. PowerShell's own hosts differ in which one, and many other hosts throw
            // NotImplementedException for each member that they don't support.
            return 0;
        }
    }

    private void RemoveLines(int from)
    {
        for (var line = _shownLines - 1; line >= from; line--)
        {
            Write(line, _activity, _activity, ProgressRecordType.Completed);
        }
    }

    private void Write(int line, string activity, string status, ProgressRecordType type = ProgressRecordType.Processing) =>
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId + line, PrintableText.From(activity), PrintableText.From(status))
        {
            ParentActivityId = line == 0 ? -1 : ActivityId,
            RecordType = type,
        });
}
