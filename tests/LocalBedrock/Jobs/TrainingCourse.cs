namespace LocalBedrock.Jobs;

/// <summary>Validation, data processing, and training, which continues until a <see cref="TurningPoint"/> ends it.</summary>
internal sealed class TrainingCourse(DateTime creation, DateTime validationEnds, DateTime dataProcessingEnds) : IJobCourse
{
    public string StatusAt(DateTime now) => JobStatus.InProgress;

    public JobState At(DateTime now)
    {
        var stages = new StageStates(
            Stage(now, creation, validationEnds),
            Stage(now, validationEnds, dataProcessingEnds),
            Stage(now, dataProcessingEnds, DateTime.MaxValue));
        return new JobState(JobStatus.InProgress)
        {
            Stages = stages,
            LastModifiedTime = now < validationEnds ? creation : now < dataProcessingEnds ? validationEnds : dataProcessingEnds,
        };
    }

    private static StageState Stage(DateTime now, DateTime start, DateTime end)
    {
        if (now >= end)
        {
            return new StageState(JobStatus.Completed, start, end);
        }

        return now >= start ? new StageState(JobStatus.InProgress, start, start) : StageState.NotStarted;
    }
}
