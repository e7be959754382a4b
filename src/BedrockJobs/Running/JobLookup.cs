namespace BedrockJobs.Running;

/// <summary>The requests for a job in every place that might contain it, and their combined result.</summary>
internal sealed class JobLookup
{
    private readonly IReadOnlyList<Task<JobAnswer>> _asked;

    /// <param name="job">The job.</param>
    /// <param name="asked">The pending requests to each place.</param>
    public JobLookup(JobReference job, IEnumerable<Task<JobAnswer>> asked)
    {
        Job = job;
        _asked = [.. asked];
        Completion = Task.WhenAll(_asked);
    }

    public JobReference Job { get; }

    /// <summary>Completes when every place has responded.</summary>
    public Task Completion { get; }

    /// <summary>The result from each place. Available when all have responded.</summary>
    /// <exception cref="Exception">An unexpected exception of a request.</exception>
    public IReadOnlyList<JobAnswer> Answers => [.. _asked.Select(asked => asked.GetAwaiter().GetResult())];

    /// <summary>
    /// The results that contain a job. There are several if a name exists in several places. A job that two profiles
    /// return is included once.
    /// </summary>
    public IReadOnlyList<JobAnswer> Found =>
    [
        .. Answers.Where(answer => answer.Job is not null)
            .GroupBy(answer => answer.Job!.JobArn, StringComparer.Ordinal)
            .Select(same => same.First()),
    ];

    /// <summary>
    /// The failures of the lookup as a whole. "Not found" in one place isn't an error if another place has the job or
    /// might have it. An ARN identifies one job, so if it's found, the failures of other places don't matter.
    /// </summary>
    public IReadOnlyList<BedrockRequestException> Failures
    {
        get
        {
            if (Job.Region is not null && Found.Count > 0)
            {
                return [];
            }

            var failures = Answers.Select(answer => answer.Failure).OfType<BedrockRequestException>().ToList();
            var missing = failures.Where(failure => failure.ErrorId == BedrockErrorId.JobNotFound).ToList();
            return missing.Count < Answers.Count ? [.. failures.Except(missing)]
                : missing.Count == 1 ? missing
                : [MissingJob.In(Job.Identifier, Answers.Select(answer => answer.Service!.Name))];
        }
    }
}
