namespace BedrockJobs.Floor;

/// <summary>The members of BedrockJobs.CustomizationJobSubtask.</summary>
internal sealed class Subtask
{
    public string? Status { get; set; }

    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }
}
