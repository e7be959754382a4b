using System;

namespace LocalBedrock.Jobs;

/// <summary>Stays as it was put in through the admin API.</summary>
internal sealed class GivenCourse(JobState state) : IJobCourse
{
    public string StatusAt(DateTime now) => state.Status;

    public JobState At(DateTime now) => state;
}
