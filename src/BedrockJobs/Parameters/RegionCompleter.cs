using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BedrockJobs.Service;

namespace BedrockJobs.Parameters;

/// <summary>Completes Region names. The tooltips show the long names.</summary>
internal sealed class RegionCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, TypedCommand command)
    {
        return from region in IsolatedService.Factory.Regions
               where region.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                   || (typed.Length > 0 && region.LongName.IndexOf(typed, StringComparison.OrdinalIgnoreCase) >= 0)
               orderby region.Name
               select new CompletionResult(
                   region.Name, region.Name, CompletionResultType.ParameterValue, $"{region.Name}  {region.LongName}");
    }
}
