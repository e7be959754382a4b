namespace LocalBedrock.Jobs;

/// <summary>
/// The statuses of a job and of its three stages. Strings rather than an enumeration: a job put in through the admin
/// API may carry a status that AWS has yet to invent.
/// </summary>
internal static class JobStatus
{
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";

    /// <summary>Of a stage only, never of a job.</summary>
    public const string NotStarted = "NotStarted";

    public static bool IsEnded(string status) => status is Completed or Failed or Stopped;
}
