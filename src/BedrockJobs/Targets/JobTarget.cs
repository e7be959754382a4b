using System.Collections.Generic;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>A job that is meant, and where to ask for it.</summary>
internal sealed class JobTarget
{
    public JobTarget(JobReference job, IReadOnlyList<ConnectionSettings> places)
    {
        Job = job;
        Places = places;
    }

    public JobReference Job { get; }

    /// <summary>Each Region and profile in which it may be, in the order in which they were named.</summary>
    public IReadOnlyList<ConnectionSettings> Places { get; }
}
