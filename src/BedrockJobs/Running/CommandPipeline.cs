using System.Collections.Concurrent;

namespace BedrockJobs.Running;

/// <summary>The pipeline thread of a cmdlet.</summary>
internal sealed class CommandPipeline : IPipeline, IDisposable
{
    /// <summary>How long the pipeline thread waits between two checks of prompts and progress.</summary>
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    /// <summary>How long something runs before its text is shown.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<(string Text, Task Task, long Start)> _shown = new();
    private readonly PSCmdlet _cmdlet;
    private readonly CancellationToken _stopping;
    private readonly CommandProgress _progress;

    public CommandPipeline(PSCmdlet cmdlet, CancellationToken stopping)
    {
        _cmdlet = cmdlet;
        _stopping = stopping;
        _progress = new CommandProgress(cmdlet);
    }

    /// <summary>Prompts that other threads ask for.</summary>
    public CodePrompt Prompt { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void WaitFor(Task task, Action? whileWaiting = null)
    {
        try
        {
            while (Task.WaitAny([task], (int)WaitStep.TotalMilliseconds, _stopping) < 0)
            {
                var text = TextToShow();
                Prompt.AskQuestions(_cmdlet.Host);
                if (text is not null)
                {
                    ShowProgress(() => new ProgressText(SR.ConnectProgressActivity, text));
                }
                else
                {
                    whileWaiting?.Invoke();
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        // The task might have been canceled before this thread noticed.
        if (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Shows a text as the progress while the task runs, if it takes long. You can call it on any thread.</summary>
    public void ShowWhile(string text, Task task) => _shown.Enqueue((text, task, Stopwatch.GetTimestamp()));

    // With -Debug alone, PowerShell would stop at every verbose message and ask whether to continue.
    public void WriteVerbose(string text)
    {
        var bound = _cmdlet.MyInvocation.BoundParameters;
        if (bound.ContainsKey("Debug") && !bound.ContainsKey("Verbose"))
        {
            WriteDebug(text);
        }
        else
        {
            _cmdlet.WriteVerbose(PrintableText.From(text));
        }
    }

    // Messages contain names from files and text from the service.
    public void WriteDebug(string text) => _cmdlet.WriteDebug(PrintableText.From(text));

    public void WriteWarning(string text) => _cmdlet.WriteWarning(PrintableText.From(text));

    public void WriteError(BedrockRequestException failure, object? target) =>
        _cmdlet.WriteError(ErrorRecordFactory.Create(failure, target));

    public void ShowProgress(Func<ProgressText> text) => _progress.Update(text);

    public void HideProgress() => _progress.Hide();

    private string? TextToShow()
    {
        while (_shown.TryPeek(out var first))
        {
            if (!first.Task.IsCompleted)
            {
                return Stopwatch.GetElapsedTime(first.Start) >= Unnoticed ? first.Text : null;
            }

            _shown.TryDequeue(out _);
            HideProgress();
        }

        return null;
    }

    /// <summary>Cancels all prompts, and removes the progress bar.</summary>
    public void Dispose()
    {
        Prompt.Dispose();
        HideProgress();
    }
}
