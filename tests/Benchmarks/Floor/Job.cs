namespace BedrockJobs.Floor;

/// <summary>The members of BedrockJobs.CustomizationJob, also with local times.</summary>
internal sealed class Job
{
    public string JobArn { get; set; } = string.Empty;

    public string JobName { get; set; } = string.Empty;

    public string Status { get; set; } = string.Empty;

    public StatusDetails? StatusDetails { get; set; }

    public string? CustomizationType { get; set; }

    public string BaseModelArn { get; set; } = string.Empty;

    public string? CustomModelArn { get; set; }

    public string? CustomModelName { get; set; }

    public DateTime CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public DateTime? EndTime { get; set; }
}
