using System;

namespace LocalBedrock.Jobs;

/// <summary>
/// Runs the course <paramref name="before"/> until a moment, at which the job and its running stage take another
/// status: the end of a job, or its stopping.
/// </summary>
internal sealed class TurningPoint(IJobCourse before, DateTime at, string status, string? failureMessage = null) : IJobCourse
{
    public string StatusAt(DateTime now) => now < at ? before.StatusAt(now) : status;

    public JobState At(DateTime now)
    {
        if (now < at)
            return before.At(now);

        JobState reached = before.At(at);
        return reached with
        {
            Status = status,
            Stages = reached.Stages?.WithRunningStageTurned(status, at),
            LastModifiedTime = at,
            EndTime = JobStatus.IsEnded(status) ? at : null,
            FailureMessage = failureMessage,
        };
    }
}
