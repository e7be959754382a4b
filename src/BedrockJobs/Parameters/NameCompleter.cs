using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BedrockJobs.Parameters;

/// <summary>Completes names, of which the user may have typed a part with a quotation mark.</summary>
internal abstract class NameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Complete(wordToComplete.Trim('\'', '"'), new TypedCommand(commandName, commandAst, fakeBoundParameters));

    /// <summary>The names that fit.</summary>
    /// <param name="typed">What was typed of the name.</param>
    /// <param name="command">The command and its other parameters.</param>
    protected abstract IEnumerable<CompletionResult> Complete(string typed, TypedCommand command);

    /// <summary>A name as it is to be typed. One that begins with no letter could be read as a number or a parameter.</summary>
    protected static string Quoted(string name) =>
        name.Length > 0 && char.IsLetter(name[0])
            && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '+')
            ? name
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
