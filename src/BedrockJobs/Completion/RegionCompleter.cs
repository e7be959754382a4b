namespace BedrockJobs.Completion;

/// <summary>Completes Region names. The tooltips show the long names.</summary>
internal sealed class RegionCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, CompletionContext context)
    {
        return from region in IsolatedService.Factory.Regions
               where region.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                   || (typed.Length > 0 && region.LongName.Contains(typed, StringComparison.OrdinalIgnoreCase))
               orderby region.Name
               select new CompletionResult(
                   region.Name, region.Name, CompletionResultType.ParameterValue, $"{region.Name}  {region.LongName}");
    }
}
