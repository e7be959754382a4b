namespace BedrockJobs.Running;

/// <summary>The pipeline thread of a command: the only thread that may talk to the session.</summary>
internal interface IPipeline
{
    /// <summary>Blocks until the task succeeds or fails. Meanwhile, it answers prompts.</summary>
    void WaitFor(Task task, Action? whileWaiting = null);

    void WriteVerbose(string text);

    void WriteDebug(string text);

    void WriteWarning(string text);

    /// <summary>Writes a non-terminating error. With -ErrorAction Stop, it ends the command by an exception.</summary>
    void WriteError(BedrockRequestException failure, object? target);

    /// <summary>Updates the progress bar if an update is due. You can call it as often as you like.</summary>
    void ShowProgress(Func<ProgressText> text);

    /// <summary>Removes the progress bar, so that it doesn't stay while later commands of the pipeline run.</summary>
    void HideProgress();
}

/// <summary>The text of a progress bar.</summary>
/// <param name="Jobs">A line for each job below it, as far as the window has room; null for none.</param>
internal sealed record ProgressText(string Activity, string Status, IEnumerable<(string Name, string Status)>? Jobs = null);
