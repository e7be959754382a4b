using System;
using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading.Tasks;
using BedrockJobs.Views;

namespace BedrockJobs.Identity;

/// <summary>
/// Asks the user for the code of a multi-factor device. Whoever needs the code waits on a thread of its own; only the
/// pipeline thread may speak with the host, and does so while it waits for that one.
/// </summary>
internal sealed class CodePrompt : IDisposable
{
    private readonly ConcurrentQueue<Question> _questions = new();
    private volatile bool _isDisposed;

    /// <summary>Has the question asked, and waits for the answer; for any thread but the pipeline's.</summary>
    /// <param name="device">The serial number of the device.</param>
    /// <exception cref="BedrockRequestException">There is nobody to ask.</exception>
    public string Ask(string device)
    {
        var question = new Question(device);
        _questions.Enqueue(question);
        if (_isDisposed)
        {
            Dispose();
        }

        return question.Answer.Task.GetAwaiter().GetResult();
    }

    /// <summary>Puts the questions that have come; for the pipeline thread.</summary>
    public void PutQuestions(PSHost host)
    {
        while (_questions.TryDequeue(out var question))
        {
            try
            {
                question.Answer.SetResult(Put(host, question.Device));
            }
            catch (Exception exception) when (exception is not PipelineStoppedException)
            {
                // Hosts that can't ask say so each in its own way.
                question.Answer.SetException(new BedrockRequestException(
                    BedrockErrorId.CredentialsNotFound, Subject(question.Device), SR.NobodyToAsk));
            }
            finally
            {
                // Where the user stopped the pipeline nobody is left waiting.
                question.Answer.TrySetCanceled();
            }
        }
    }

    /// <summary>
    /// Leaves the questions unanswered that are open, and those that are still to come: who waits for one holds up
    /// everybody else who needs the credentials.
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

        // PowerShell stops the pipeline and returns null where the user has pressed Ctrl+C.
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
