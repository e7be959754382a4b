namespace BedrockJobs.Tests.Waiting;

/// <summary>The course of a job by the clock of the wait, which starts after the creation of the job.</summary>
internal sealed record JobLife
{
    public static readonly DateTime Epoch = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required string Name { get; init; }

    public string Region { get; init; } = "us-east-1";

    public string Arn => $"arn:aws:bedrock:{Region}:111122223333:model-customization-job/model/{Name}";

    public required TimeSpan Created { get; init; }

    /// <summary>The start of training. Before it, data is processed.</summary>
    public TimeSpan TrainingBegins { get; init; }

    /// <summary>The end; null for a job that never ends.</summary>
    public TimeSpan? Ended { get; init; }

    public string EndStatus { get; init; } = "Completed";

    /// <summary>The time after which the service no longer has the job; null for never.</summary>
    public TimeSpan? Vanished { get; init; }

    public bool ExistsAt(TimeSpan now) => !(Vanished <= now);

    public CustomizationJobDetail At(TimeSpan now)
    {
        var hasEnded = Ended <= now;
        var isTraining = TrainingBegins <= now;
        return new CustomizationJobDetail
        {
            JobName = Name,
            JobArn = Arn,
            CreationTime = Epoch + Created,
            Status = hasEnded ? EndStatus : "InProgress",
            EndTime = hasEnded ? Epoch + Ended : null,
            StatusDetails = new CustomizationJobStatusDetails
            {
                DataProcessingDetails = Part(isTraining ? "Completed" : "InProgress"),
                TrainingDetails = Part(!isTraining ? "NotStarted" : hasEnded ? EndStatus : "InProgress"),
            },
        };

        static CustomizationJobSubtask Part(string status) => new() { Status = status };
    }
}
