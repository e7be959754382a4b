using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace BedrockJobs.Running;

/// <summary>
/// Prompts the user for an MFA code. The code that needs it waits on another thread, because only the pipeline thread
/// can use the host.
/// </summary>
internal sealed class CodePrompt : IDisposable
{
    private readonly ConcurrentQueue<Question> _questions = new();
    private volatile bool _isDisposed;

    /// <summary>Whether the command on this thread runs to complete an argument. It must not prompt or retry.</summary>
    [field: ThreadStatic]
    public static bool IsForCompletion { get; set; }

    /// <summary>Queues the question. The pipeline thread asks it.</summary>
    /// <param name="device">The serial number of the MFA device.</param>
    /// <exception cref="BedrockRequestException">The session can't prompt.</exception>
    public Task<string> AskAsync(string device)
    {
        var question = new Question(device);
        _questions.Enqueue(question);
        if (_isDisposed)
        {
            Dispose();
        }

        return question.Answer.Task;
    }

    /// <summary>Prompts for the queued questions. Call it on the pipeline thread.</summary>
    public void PutQuestions(PSHost host)
    {
        while (_questions.TryDequeue(out var question))
        {
            try
            {
                question.Answer.SetResult(IsForCompletion ? throw new InvalidOperationException() : Put(host, question.Device));
            }
            catch (Exception exception) when (exception is not PipelineStoppedException)
            {
                // Hosts that can't prompt throw different exceptions.
                question.Answer.SetException(new BedrockRequestException(
                    BedrockErrorId.CredentialsNotFound, Subject(question.Device), SR.NobodyToAsk));
            }
            finally
            {
                // If the user stopped the pipeline, release the waiting thread.
                question.Answer.TrySetCanceled();
            }
        }
    }

    /// <summary>
    /// Cancels all current and future questions. A thread that waits for an answer would block all other users of the
    /// same credentials.
    /// </summary>
    public void Dispose()
    {
        _isDisposed = true;
        while (_questions.TryDequeue(out var question))
        {
            question.Answer.TrySetCanceled();
        }
    }

    private static string Put(PSHost host, string device)
    {
        var field = new FieldDescription(SR.CodeField);
        field.SetParameterType(typeof(string));
        var answers = host.UI.Prompt(string.Empty, Subject(device), new Collection<FieldDescription> { field });

        // When the user presses Ctrl+C, PowerShell stops the pipeline and returns null.
        return (answers ?? throw new PipelineStoppedException()).Values.FirstOrDefault()?.ToString().Trim() ?? string.Empty;
    }

    private static string Subject(string device) =>
        string.Format(CultureInfo.CurrentCulture, SR.CodeSubject, PrintableText.From(device));

    private sealed class Question
    {
        public Question(string device)
        {
            Device = device;
        }

        public string Device { get; }

        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
