namespace LocalBedrock.Jobs;

/// <summary>
/// The statuses of a job and of its three stages. They are strings, not an enumeration, because the admin
/// API can set a status that AWS doesn't have yet.
/// </summary>
internal static class JobStatus
{
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";

    /// <summary>Only for a stage, never for a job.</summary>
    public const string NotStarted = "NotStarted";

    public static bool IsEnded(string status) => status is Completed or Failed or Stopped;
}
