using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

/// <summary>
/// A host whose window has the specified number of lines and columns, and whose user answers every question with the same
/// text, or presses Ctrl+C if that text is empty. Several texts, separated by semicolons, answer one question each, and the
/// last one also answers the rest. It records the questions.
/// </summary>
public sealed class WindowHost : PSHost
{
    private readonly WindowInterface _interface;

    public WindowHost(int lines, int columns = 100, string answer = "")
    {
        _interface = new WindowInterface(new Size(columns, lines), answer);
    }

    /// <summary>The questions, in order.</summary>
    public List<string> Questions => _interface.Questions;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(WindowHost);

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

    private sealed class WindowInterface : PSHostUserInterface
    {
        private readonly Queue<string> _answers;

        public WindowInterface(Size size, string answer)
        {
            RawUI = new Window(size);
            _answers = new Queue<string>(answer.Split(';'));
        }

        public List<string> Questions { get; } = new List<string>();

        public override PSHostRawUserInterface RawUI { get; }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            var answer = Answer(message);
            if (answer.Length == 0)
            {
                throw new PipelineStoppedException();
            }

            return descriptions.ToDictionary(field => field.Name, field => new PSObject(answer));
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            var answer = Answer(message);
            return choices.IndexOf(choices.Single(choice => choice.Label.Replace("&", string.Empty) == answer));
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

        private string Answer(string question)
        {
            Questions.Add(question);
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
    }

    private sealed class Window : PSHostRawUserInterface
    {
        public Window(Size size)
        {
            WindowSize = size;
            BufferSize = size;
        }

        public override ConsoleColor BackgroundColor { get; set; }

        public override Size BufferSize { get; set; }

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; }

        public override ConsoleColor ForegroundColor { get; set; }

        public override bool KeyAvailable => false;

        public override Size MaxPhysicalWindowSize => WindowSize;

        public override Size MaxWindowSize => WindowSize;

        public override Coordinates WindowPosition { get; set; }

        public override Size WindowSize { get; set; }

        public override string WindowTitle { get; set; } = string.Empty;

        public override void FlushInputBuffer()
        {
        }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

        public override void ScrollBufferContents(
            Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException();

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();
    }
}
