using System;
using System.Threading.Tasks;

namespace BedrockJobs.Waiting;

/// <summary>A job that is waited for, and what is known of it.</summary>
internal sealed class WaitedJob
{
    /// <param name="identifier">The job's name or ARN.</param>
    /// <param name="known">What the user has of it from a listing, which may be old; null for nothing.</param>
    /// <param name="search">What it shares with the same job in other places; null for a job of one place.</param>
    public WaitedJob(string identifier, CustomizationJob? known = null, JobSearch? search = null)
    {
        Identifier = identifier;
        Latest = known;
        Search = search ?? new JobSearch(1, isOneJob: true);
    }

    public string Identifier { get; }

    /// <summary>What the places have said in which the job may be.</summary>
    public JobSearch Search { get; }

    /// <summary>Whether the service has told of the job.</summary>
    public bool IsFound { get; set; }

    /// <summary>The job as it was seen last; null before that.</summary>
    public CustomizationJob? Latest { get; set; }

    /// <summary>Null as long as only the name is known.</summary>
    public string? JobArn => Latest?.JobArn ?? (IsArn(Identifier) ? Identifier : null);

    /// <summary>Whether the job was last seen to have ended.</summary>
    public bool IsEnded => Latest is { } job && JobStatus.IsEnded(job.Status);

    /// <summary>When it ended, in UTC, as far as the service tells; the latest of all times where it does not.</summary>
    public DateTime EndTime => (Latest?.EndTime ?? Latest?.LastModifiedTime)?.ToUniversalTime() ?? DateTime.MaxValue;

    /// <summary>The details of the job that has ended; null until they are read.</summary>
    public CustomizationJobDetail? Detail { get; set; }

    /// <summary>The request for the details that is on its way; null for none.</summary>
    public Task<CustomizationJobDetail>? Fetch { get; set; }

    /// <summary>When that request began, by the wait's clock.</summary>
    public TimeSpan FetchStart { get; set; }

    /// <summary>How many requests for the details have failed.</summary>
    public int FailedFetches { get; set; }

    private static bool IsArn(string identifier) => identifier.StartsWith("arn:", StringComparison.Ordinal);
}
