namespace BedrockJobs;

/// <summary>The known statuses of a model customization job.</summary>
/// <remarks>They are strings rather than an enumeration, because AWS might add a status at any time.</remarks>
internal static class JobStatus
{
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";

    /// <summary>Only parts of a job have this status.</summary>
    public const string NotStarted = "NotStarted";

    /// <summary>The statuses that a job can have, in alphabetical order.</summary>
    public static readonly IReadOnlyList<string> OfJobs = [Completed, Failed, InProgress, Stopped, Stopping];

    private static readonly HashSet<string> Ended = new(StringComparer.OrdinalIgnoreCase) { Completed, Failed, Stopped };

    /// <summary>Whether this status is final.</summary>
    public static bool IsEnded(string status) => Ended.Contains(status);
}
