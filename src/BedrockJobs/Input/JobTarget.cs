namespace BedrockJobs.Input;

/// <summary>A job, and the places where to look for it.</summary>
internal sealed class JobTarget
{
    public JobTarget(JobReference job, IReadOnlyList<ConnectionSettings> places)
    {
        Job = job;
        Places = places;
    }

    public JobReference Job { get; }

    /// <summary>
    /// Each Region and profile that might contain the job, in the order in which the user specified them.
    /// </summary>
    public IReadOnlyList<ConnectionSettings> Places { get; }
}
