using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

/// <summary>
/// A host whose user answers every question with the same text, or presses Ctrl+C if that text is empty. Several texts,
/// separated by semicolons, answer one question each, and the last one also answers the rest. It records the questions.
/// </summary>
public sealed class AnsweringHost : PSHost
{
    private readonly AnsweringInterface _interface;

    public AnsweringHost(string answer)
    {
        _interface = new AnsweringInterface(answer);
    }

    /// <summary>The questions, in order.</summary>
    public List<string> Questions => _interface.Questions;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(AnsweringHost);

    public override PSHostUserInterface UI => _interface;

    public override Version Version => new Version(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class AnsweringInterface : PSHostUserInterface
    {
        private readonly Queue<string> _answers;

        public AnsweringInterface(string answer)
        {
            _answers = new Queue<string>(answer.Split(';'));
        }

        public List<string> Questions { get; } = new List<string>();

        public override PSHostRawUserInterface RawUI => null;

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            var answer = Answer(message);
            if (answer.Length == 0)
            {
                throw new PipelineStoppedException();
            }

            var answers = new Dictionary<string, PSObject>();
            foreach (var field in descriptions)
            {
                answers[field.Name] = answer;
            }

            return answers;
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            var answer = Answer(message);
            for (var i = 0; i < choices.Count; i++)
            {
                if (choices[i].Label.Replace("&", string.Empty) == answer)
                {
                    return i;
                }
            }

            throw new ArgumentException($"'{answer}' is not a choice.");
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        {
            var password = new SecureString();
            foreach (var letter in Answer(userName))
            {
                password.AppendChar(letter);
            }

            return new PSCredential(userName, password);
        }

        private string Answer(string question)
        {
            Questions.Add(question);
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }
    }
}
