namespace LocalBedrock.Jobs;

/// <summary>
/// The progress of a job as a function of time. No timer changes jobs. Each response calculates their state from the clock,
/// so the clock can run at any speed and can be moved.
/// </summary>
internal interface IJobCourse
{
    /// <summary>Only the status. Filters read it once for each job, so it must not allocate memory.</summary>
    string StatusAt(DateTime now);

    JobState At(DateTime now);
}
