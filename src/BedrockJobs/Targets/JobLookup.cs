using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>A job that is asked for in every place where it may be, and what comes of it as a whole.</summary>
internal sealed class JobLookup
{
    private readonly IReadOnlyList<Task<JobAnswer>> _asked;

    /// <param name="job">The job.</param>
    /// <param name="asked">What is on its way from each place.</param>
    public JobLookup(JobReference job, IEnumerable<Task<JobAnswer>> asked)
    {
        Job = job;
        _asked = [.. asked];
        Completion = Task.WhenAll(_asked);
    }

    public JobReference Job { get; }

    /// <summary>Ends when every place has answered.</summary>
    public Task Completion { get; }

    /// <summary>What each place answered, once all have.</summary>
    /// <exception cref="Exception">What no request should meet.</exception>
    public IReadOnlyList<JobAnswer> Answers => [.. _asked.Select(asked => asked.GetAwaiter().GetResult())];

    /// <summary>
    /// The answers with a job. There are several where a name is that of a job in each of several places. Two profiles may
    /// reach the same job; it comes once.
    /// </summary>
    public IReadOnlyList<JobAnswer> Found =>
    [
        .. Answers.Where(answer => answer.Job is not null)
            .GroupBy(answer => answer.Job!.JobArn, StringComparer.Ordinal)
            .Select(same => same.First()),
    ];

    /// <summary>
    /// What is an error of the whole. That one place does not have the job says nothing where another may have it, or has;
    /// and an ARN is that of one job, so nobody misses what the other places would have said.
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
                : [NotFoundAnywhere()];
        }
    }

    private BedrockRequestException NotFoundAnywhere() => new(
        BedrockErrorId.JobNotFound,
        OperationSubject.Of(
            OperationName.GetJob, Job.Identifier, string.Join(", ", Answers.Select(answer => answer.Service!.Name))),
        detail: null)
    {
        Operation = OperationName.GetJob,
    };
}
