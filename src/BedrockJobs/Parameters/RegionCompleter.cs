using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BedrockJobs.Service;

namespace BedrockJobs.Parameters;

/// <summary>Completes the names of Regions, with their long names as tooltips.</summary>
internal sealed class RegionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return from region in IsolatedService.Factory.Regions
               where region.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                   || (typed.Length > 0 && region.LongName.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0)
               orderby region.Name
               select new CompletionResult(
                   region.Name, region.Name, CompletionResultType.ParameterValue, $"{region.Name}  {region.LongName}");
    }
}
