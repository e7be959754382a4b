using System;

namespace LocalBedrock.Jobs;

/// <summary>What changes about a job as time goes by, as seen at one moment; null is left out of replies.</summary>
internal sealed record JobState(string Status)
{
    public StageStates? Stages { get; init; }

    public DateTime? LastModifiedTime { get; init; }

    public DateTime? EndTime { get; init; }

    public string? FailureMessage { get; init; }
}

/// <summary>The API's StatusDetails: how far each of the three stages has come.</summary>
internal sealed record StageStates(StageState? Validation, StageState? DataProcessing, StageState? Training)
{
    /// <summary>Ends or pauses whichever stage is at work.</summary>
    public StageStates WithRunningStageTurned(string status, DateTime at)
    {
        return new StageStates(Turn(Validation), Turn(DataProcessing), Turn(Training));

        StageState? Turn(StageState? stage) => stage is { Status: JobStatus.InProgress or JobStatus.Stopping }
            ? stage with { Status = status, LastModifiedTime = at }
            : stage;
    }
}

/// <summary>One stage. It has no times until it starts.</summary>
internal sealed record StageState(string Status, DateTime? CreationTime = null, DateTime? LastModifiedTime = null)
{
    public static readonly StageState NotStarted = new(JobStatus.NotStarted);
}
