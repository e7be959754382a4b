using System.Collections.ObjectModel;

namespace BedrockJobs.Completion;

/// <summary>Completes the names of the newest jobs. The tooltips show status and age.</summary>
internal sealed class JobNameCompleter : NameCompleter
{
    /// <summary>A longer completion menu wouldn't be useful.</summary>
    private const int Count = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private static readonly object Gate = new();
    private static (string Fingerprint, Stopwatch Age, IReadOnlyList<CustomizationJob> Jobs)? _kept;

    protected override IEnumerable<CompletionResult> Complete(string typed, CompletionContext context)
    {
        try
        {
            return [.. NewestJobs(context).Where(job => Fits(job.JobName, typed)).Select(Result)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The command itself reports errors, not the completion.
            context.Forget(exception);
            return [];
        }
    }

    private static IReadOnlyList<CustomizationJob> NewestJobs(CompletionContext context)
    {
        if (context.ConnectionArguments() is not { } connection)
        {
            return [];
        }

        lock (Gate)
        {
            var fingerprint = context.Fingerprint(connection);
            if (_kept is { } kept && kept.Fingerprint == fingerprint && kept.Age.Elapsed < KeptFor)
            {
                return kept.Jobs;
            }

            // A failure has no jobs either, and isn't kept.
            var jobs = List(context.ListingCommand, connection);
            _kept = jobs.Count > 0 ? (fingerprint, Stopwatch.StartNew(), jobs) : null;
            return jobs;
        }
    }

    // Runs the command in the session, as the user would.
    private static Collection<CustomizationJob> List(string command, Dictionary<string, object> connection)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(command).AddParameters(connection).AddParameter("First", Count).AddParameter("PageSize", Count)
            .AddParameter("Verbose", false).AddParameter("Debug", false);
        foreach (var stream in new[] { "Error", "Warning", "Information", "Progress" })
        {
            shell.AddParameter(stream + "Action", ActionPreference.Ignore);
        }

        using var limit = new CancellationTokenSource(Patience);
        using var stopping = limit.Token.Register(shell.Stop);
        CodePrompt.IsForCompletion = true;
        try
        {
            return shell.Invoke<CustomizationJob>();
        }
        finally
        {
            CodePrompt.IsForCompletion = false;
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
        var age = CustomizationJob.Between(job.CreationTimeUtc, DateTime.UtcNow);
        var tooltip = SR.JobTooltip.With(PrintableText.From(job.Status), DisplayText.Duration(age));
        return new CompletionResult(Quoted(job.JobName), job.JobName, CompletionResultType.ParameterValue, tooltip);
    }
}
