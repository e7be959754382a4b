namespace BedrockJobs.Completion;

/// <summary>Completes the names of the profiles in the AWS files that are in use.</summary>
internal sealed class ProfileNameCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, CompletionContext context)
    {
        return from name in IsolatedService.Factory.ProfileNames(context.ProfileLocation)
               where name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
               let shown = PrintableText.From(name)
               select new CompletionResult(Quoted(name), shown, CompletionResultType.ParameterValue, shown);
    }
}
