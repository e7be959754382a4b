namespace BedrockJobs.Completion;

/// <summary>Completes the names of the newest jobs. The tooltips show status and age.</summary>
internal sealed class JobNameCompleter : NameCompleter
{
    protected override IEnumerable<CompletionResult> Complete(string typed, TypedCommand command)
    {
        try
        {
            return TypedConnection.Of(command) is { } connection
                ? [.. NewestJobs.Of(connection).Where(job => Fits(job.JobName, typed)).Select(Result)]
                : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The command itself reports errors, not the completion.
            return [];
        }
    }

    // A job name never contains nonprintable characters, and such text doesn't belong on a command line.
    private static bool Fits(string name, string typed) =>
        PrintableText.From(name) == name
        && (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            || (WildcardPattern.ContainsWildcardCharacters(typed)
                && WildcardPattern.Get(typed + "*", WildcardOptions.IgnoreCase).IsMatch(name)));

    private static CompletionResult Result(CustomizationJob job)
    {
        var age = DateTime.UtcNow - job.CreationTime.ToUniversalTime();
        var tooltip = string.Format(
            CultureInfo.CurrentCulture,
            SR.JobTooltip,
            PrintableText.From(job.Status),
            JobView.Duration(age < TimeSpan.Zero ? TimeSpan.Zero : age));
        return new CompletionResult(Quoted(job.JobName), job.JobName, CompletionResultType.ParameterValue, tooltip);
    }
}
