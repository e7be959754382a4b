namespace LocalBedrock.Jobs;

/// <summary>The members of a job that change over time, at one moment. Responses omit null members.</summary>
internal sealed record JobState(string Status)
{
    public StageStates? Stages { get; init; }

    public DateTime? LastModifiedTime { get; init; }

    public DateTime? EndTime { get; init; }

    public string? FailureMessage { get; init; }
}

/// <summary>The StatusDetails of the API: the progress of each of the three stages.</summary>
internal sealed record StageStates(StageState? Validation, StageState? DataProcessing, StageState? Training)
{
    /// <summary>Ends or pauses the running stage.</summary>
    public StageStates WithRunningStageTurned(string status, DateTime at)
    {
        return new StageStates(Turn(Validation), Turn(DataProcessing), Turn(Training));

        StageState? Turn(StageState? stage) => stage is { Status: JobStatus.InProgress or JobStatus.Stopping }
            ? stage with { Status = status, LastModifiedTime = at }
            : stage;
    }
}

/// <summary>One stage. It has no times before it starts.</summary>
internal sealed record StageState(string Status, DateTime? CreationTime = null, DateTime? LastModifiedTime = null)
{
    public static readonly StageState NotStarted = new(JobStatus.NotStarted);
}
