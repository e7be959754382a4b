namespace BedrockJobs.Floor;

/// <summary>The members of BedrockJobs.CustomizationJobStatusDetails.</summary>
internal sealed class StatusDetails
{
    public Subtask? ValidationDetails { get; set; }

    public Subtask? DataProcessingDetails { get; set; }

    public Subtask? TrainingDetails { get; set; }
}
