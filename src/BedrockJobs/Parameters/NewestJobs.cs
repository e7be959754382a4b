using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Parameters;

/// <summary>The newest jobs, for completion: one request, of which the answer is kept for a while.</summary>
internal static class NewestJobs
{
    /// <summary>As many as a menu is still of use with.</summary>
    private const int Count = 100;

    /// <summary>How long the Tab key may take. An answer that comes later is there when the user presses it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long the answer may take in the background.</summary>
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<object, (Stopwatch Age, Task<IReadOnlyList<CustomizationJob>> Jobs)> Kept = [];

    /// <summary>The newest jobs, newest first; none where they can't be had in time.</summary>
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
                // Connecting loads the SDK and may block, so it is not for a thread of the pool.
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

    // A failure is asked anew. Looking at it keeps .NET from reporting it.
    private static bool IsOver(Stopwatch age, Task jobs) =>
        age.Elapsed > KeptFor || jobs.IsCanceled || jobs.Exception is not null;

    private static async Task<IReadOnlyList<CustomizationJob>> FetchAsync(ConnectionSettings settings)
    {
        using var limit = new CancellationTokenSource(RequestLimit);
        settings.Ended = limit.Token;
        using var service = IsolatedService.Factory.Connect(settings);
        var request = new ListJobsRequest { SortBy = "CreationTime", SortOrder = "Descending", MaxResults = Count };
        return (await service.ListJobsAsync(request, limit.Token).ConfigureAwait(false)).Jobs;
    }
}
