namespace LocalBedrock.Jobs;

/// <summary>A job that stays as the admin API set it.</summary>
internal sealed class GivenCourse(JobState state) : IJobCourse
{
    public string StatusAt(DateTime now) => state.Status;

    public JobState At(DateTime now) => state;
}
