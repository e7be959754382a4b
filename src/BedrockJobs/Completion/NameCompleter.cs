using System.Collections;
using System.Management.Automation.Language;

namespace BedrockJobs.Completion;

/// <summary>Completes names. The user might have typed part of a name, with or without a quotation mark.</summary>
internal abstract class NameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Complete(wordToComplete.Trim('\'', '"'), new CompletionContext(commandName, commandAst, fakeBoundParameters));

    /// <summary>Returns the matching names.</summary>
    protected abstract IEnumerable<CompletionResult> Complete(string typed, CompletionContext context);

    /// <summary>
    /// Quotes a name for the command line if required. A name that doesn't begin with a letter could be parsed as a
    /// number or a parameter.
    /// </summary>
    protected static string Quoted(string name) =>
        name.Length > 0 && char.IsLetter(name[0])
            && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '+')
            ? name
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
