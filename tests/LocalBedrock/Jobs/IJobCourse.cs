using System;

namespace LocalBedrock.Jobs;

/// <summary>
/// How a job fares, as a function of time. No timer changes jobs: each reply works out their state from the clock,
/// which therefore may run at any speed or be moved.
/// </summary>
internal interface IJobCourse
{
    /// <summary>The status alone: filters ask for it once per job, so it must not cost an allocation.</summary>
    string StatusAt(DateTime now);

    JobState At(DateTime now);
}
