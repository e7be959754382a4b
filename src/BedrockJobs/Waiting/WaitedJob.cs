namespace BedrockJobs.Waiting;

/// <summary>A job that is waited for in one place, and what is known about it.</summary>
internal sealed class WaitedJob
{
    /// <param name="known">The listed job that the user passed in, which might be outdated; null for none.</param>
    /// <param name="search">
    /// The search that it shares with the same job in other places; null for a job in one place.
    /// </param>
    public WaitedJob(string identifier, CustomizationJob? known = null, JobSearch? search = null)
    {
        Identifier = identifier;
        Latest = known;
        Search = search ?? new JobSearch(identifier, 1, isOneJob: true);
    }

    public string Identifier { get; }

    /// <summary>The results from the places that might contain the job.</summary>
    public JobSearch Search { get; }

    /// <summary>Whether the service has returned the job.</summary>
    public bool IsFound { get; set; }

    /// <summary>The latest state of the job; null until it's known.</summary>
    public CustomizationJob? Latest { get; set; }

    /// <summary>What a request for the job contains: its ARN, or its name if only that is known.</summary>
    public string RequestIdentifier => Latest?.JobArn ?? Identifier;

    /// <summary>Whether the job has ended, as far as is known.</summary>
    public bool IsEnded => Latest is { HasEnded: true };

    /// <summary>The time when the job ended, in UTC; the maximum value if the service doesn't return it.</summary>
    public DateTime EndTime => Latest?.EndTimeUtc ?? Latest?.LastModifiedTimeUtc ?? DateTime.MaxValue;

    /// <summary>The details of the ended job; null until they are read.</summary>
    public CustomizationJobDetail? Detail { get; set; }

    /// <summary>The pending request for the details; null for none.</summary>
    public Task<TimedReply<CustomizationJobDetail>>? Fetch { get; set; }

    /// <summary>The time when that request was started, by the clock of the wait.</summary>
    public TimeSpan FetchStart { get; set; }

    /// <summary>The number of failed requests for the details.</summary>
    public int FailedFetches { get; set; }
}
