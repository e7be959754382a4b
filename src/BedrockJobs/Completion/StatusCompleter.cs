namespace BedrockJobs.Completion;

/// <summary>Completes the known statuses.</summary>
internal sealed class StatusCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, CompletionContext context) =>
        from status in JobStatus.OfJobs
        where status.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(status);
}
