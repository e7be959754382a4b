namespace BedrockJobs.Input;

/// <summary>
/// The properties of an object that represents a job: a listed job, a listed job after Export-Clixml or remoting, or a
/// table row with the ARN of a job. A missing property is null.
/// </summary>
internal sealed class KnownJob
{
    public string? JobName { get; set; }

    public string? BaseModelId { get; set; }

    /// <summary>The status when the object was created. The job's status might have changed since.</summary>
    public string? Status { get; set; }

    /// <summary>The time when the job was created.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The time when the job ended.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The profile that the job was listed with; null if none was specified.</summary>
    public string? ProfileName { get; set; }
}
