using System;
using System.Collections.Generic;

namespace BedrockJobs;

/// <summary>The statuses that a model-customization job is known to have.</summary>
/// <remarks>Plain strings rather than an enumeration, since AWS may add one at any time.</remarks>
internal static class JobStatus
{
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";

    /// <summary>Of a part of a job only.</summary>
    public const string NotStarted = "NotStarted";

    private static readonly HashSet<string> Ended = new(StringComparer.OrdinalIgnoreCase) { Completed, Failed, Stopped };

    /// <summary>Whether a job in this status changes no more.</summary>
    public static bool IsEnded(string status) => Ended.Contains(status);
}
