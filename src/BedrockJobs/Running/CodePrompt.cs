using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace BedrockJobs.Running;

/// <summary>Prompts the user for an MFA code. Only the pipeline thread can use the host, so it asks what others queue.</summary>
internal sealed class CodePrompt : IDisposable
{
    private readonly ConcurrentQueue<(string Device, TaskCompletionSource<string> Answer)> _questions = new();
    private volatile bool _isDisposed;

    /// <summary>Whether the command on this thread runs to complete an argument. It must not prompt or retry.</summary>
    [field: ThreadStatic]
    public static bool IsForCompletion { get; set; }

    /// <summary>Queues the question.</summary>
    /// <exception cref="BedrockRequestException">The session can't prompt.</exception>
    public Task<string> AskAsync(string device)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions.Enqueue((device, answer));
        if (_isDisposed)
        {
            Dispose();
        }

        return answer.Task;
    }

    /// <summary>Asks the queued questions. Call it on the pipeline thread.</summary>
    public void AskQuestions(PSHost host)
    {
        while (_questions.TryDequeue(out var question))
        {
            try
            {
                question.Answer.SetResult(IsForCompletion ? throw new InvalidOperationException() : Ask(host, question.Device));
            }
            catch (Exception exception) when (exception is not PipelineStoppedException)
            {
                // Hosts that can't prompt throw different exceptions.
                question.Answer.SetException(new BedrockRequestException(
                    BedrockErrorId.CredentialsNotFound, Subject(question.Device), SR.NobodyToAsk));
            }
            finally
            {
                // If the user stopped the pipeline, release the waiting request.
                question.Answer.TrySetCanceled();
            }
        }
    }

    /// <summary>
    /// Cancels all current and future questions. A request that waits for an answer would block all other users of the
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

    private static string Ask(PSHost host, string device)
    {
        var field = new FieldDescription(SR.CodeField);
        field.SetParameterType(typeof(string));
        var answers = host.UI.Prompt(string.Empty, Subject(device), new Collection<FieldDescription> { field });

        // When the user presses Ctrl+C, PowerShell stops the pipeline and returns null.
        return (answers ?? throw new PipelineStoppedException()).Values.FirstOrDefault()?.ToString().Trim() ?? string.Empty;
    }

    private static string Subject(string device) =>
        SR.CodeSubject.With(PrintableText.From(device));
}
