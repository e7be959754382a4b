using System.Collections;
using System.Collections.Generic;
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
        Complete(wordToComplete.Trim('\'', '"'), fakeBoundParameters);

    /// <summary>The names that fit.</summary>
    /// <param name="typed">What was typed of the name.</param>
    /// <param name="otherParameters">The arguments of the command's other parameters.</param>
    protected abstract IEnumerable<CompletionResult> Complete(string typed, IDictionary otherParameters);
}
