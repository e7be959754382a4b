using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockJobs.Service;
using BedrockJobs.Views;

namespace BedrockJobs.Parameters;

/// <summary>Completes the names of the profiles in the AWS files in effect.</summary>
internal sealed class ProfileNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return from name in IsolatedService.Factory.ProfileNames(fakeBoundParameters["ProfileLocation"] as string)
               where name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
               let shown = PrintableText.From(name)
               select new CompletionResult(Quoted(name), shown, CompletionResultType.ParameterValue, shown);
    }

    private static string Quoted(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? name
        : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
