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
internal sealed class ProfileNameCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, IDictionary otherParameters)
    {
        var location = otherParameters["ProfileLocation"] is string path ? FullPath(path) : null;
        return from name in IsolatedService.Factory.ProfileNames(location)
               where name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
               let shown = PrintableText.From(name)
               select new CompletionResult(Quoted(name), shown, CompletionResultType.ParameterValue, shown);
    }

    // A completer has no session to ask, but runs in its runspace.
    private static string? FullPath(string path)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell
            .AddScript("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])", useLocalScope: true)
            .AddArgument(path)
            .Invoke<string>()
            .FirstOrDefault();
    }

    private static string Quoted(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? name
        : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
