using System;

namespace BedrockJobs.Targets;

/// <summary>
/// What an object tells of the job that it stands for: one of a listing, the same after Export-Clixml or a remote session,
/// or a row with a job's ARN. What it does not tell is null.
/// </summary>
internal sealed class KnownJob
{
    public string? JobName { get; set; }

    public string? BaseModelId { get; set; }

    /// <summary>The status at the time; the job may have gone on since.</summary>
    public string? Status { get; set; }

    /// <summary>When the job was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When the job ended.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The profile that the job was listed with; null where none was named.</summary>
    public string? ProfileName { get; set; }
}
