namespace BedrockJobs.Tests.Running;

/// <summary>The pipeline thread of a test, which records what a command would write.</summary>
/// <param name="waitFor">Waits for a task. By default, it blocks.</param>
internal sealed class RecordingPipeline(Action<Task>? waitFor = null) : IPipeline
{
    public List<string> Verbose { get; } = [];

    public List<string> Debug { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<(BedrockRequestException Failure, object? Target)> Errors { get; } = [];

    /// <summary>Whether the first error ends the command, as with -ErrorAction Stop.</summary>
    public bool StopsAtErrors { get; init; }

    public void WaitFor(Task task, Action? whileWaiting = null)
    {
        if (waitFor is not null)
        {
            waitFor(task);
        }
        else
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    public void WriteVerbose(string text) => Verbose.Add(text);

    public void WriteDebug(string text) => Debug.Add(text);

    public void WriteWarning(string text) => Warnings.Add(text);

    public void WriteError(BedrockRequestException failure, object? target)
    {
        Errors.Add((failure, target));
        if (StopsAtErrors)
        {
            throw new StoppedException();
        }
    }

    public void ShowProgress(Func<ProgressText> text) => _ = text();

    public void HideProgress()
    {
    }

    /// <summary>A stand-in for the exception that PowerShell throws with -ErrorAction Stop.</summary>
    public sealed class StoppedException : Exception;
}
