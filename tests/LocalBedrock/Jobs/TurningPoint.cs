namespace LocalBedrock.Jobs;

/// <summary>
/// Follows the course <paramref name="before"/> until a moment at which the status of the job and its running stage
/// changes: the job ends or stops.
/// </summary>
internal sealed class TurningPoint(IJobCourse before, DateTime at, string status, string? failureMessage = null) : IJobCourse
{
    public string StatusAt(DateTime now) => now < at ? before.StatusAt(now) : status;

    public JobState At(DateTime now)
    {
        if (now < at)
        {
            return before.At(now);
        }

        var reached = before.At(at);
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
