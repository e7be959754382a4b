namespace BedrockJobs.Completion;

/// <summary>The newest jobs for completion. One request gets them, and the response is cached for a while.</summary>
internal static class NewestJobs
{
    /// <summary>A longer completion menu wouldn't be useful.</summary>
    private const int Count = 100;

    /// <summary>
    /// How long completion waits. A response that arrives later is used when the user presses Tab again.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The time limit of the request in the background.</summary>
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<object, (Stopwatch Age, Task<IReadOnlyList<CustomizationJob>> Jobs)> Kept = [];

    /// <summary>The newest jobs, newest first; empty if they aren't available in time.</summary>
    public static IReadOnlyList<CustomizationJob> Of(TypedConnection connection)
    {
        var jobs = Answer(connection);
        return Task.WaitAny([jobs], Patience) == 0 && jobs.Status == TaskStatus.RanToCompletion ? jobs.Result : [];
    }

    private static Task<IReadOnlyList<CustomizationJob>> Answer(TypedConnection connection)
    {
        lock (Kept)
        {
            foreach (var old in Kept.Where(answer => IsOver(answer.Value.Age, answer.Value.Jobs)).ToList())
            {
                Kept.Remove(old.Key);
            }

            if (!Kept.TryGetValue(connection.Key, out var kept))
            {
                // Connecting loads the SDK and might block, so it doesn't run on a thread pool thread.
                kept = (Stopwatch.StartNew(), Task.Factory.StartNew(
                    () => FetchAsync(connection.Settings),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default).Unwrap());
                Kept.Add(connection.Key, kept);
            }

            return kept.Jobs;
        }
    }

    // A failure isn't cached. Reading the exception keeps .NET from reporting it as unobserved.
    private static bool IsOver(Stopwatch age, Task jobs) =>
        age.Elapsed > KeptFor || jobs.IsCanceled || jobs.Exception is not null;

    private static async Task<IReadOnlyList<CustomizationJob>> FetchAsync(ConnectionSettings settings)
    {
        using var limit = new CancellationTokenSource(RequestLimit);
        using var service = await IsolatedService.Factory.ConnectAsync(settings with { Ended = limit.Token }).ConfigureAwait(false);
        var request = new JobQuery { PageSize = Count };
        return (await service.ListJobsAsync(request, limit.Token).ConfigureAwait(false)).Jobs;
    }
}
