using System;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Service;

/// <summary>
/// The seam between the cmdlets and the AWS SDK: one connection to Amazon Bedrock with one identity in one Region.
/// It is implemented in an assembly-load context of its own and so speaks only of this assembly's types.
/// </summary>
internal interface IBedrockService : IDisposable
{
    /// <summary>The AWS Region whose jobs are seen and for which requests are signed.</summary>
    string Region { get; }

    /// <summary>How messages name the target: the Region, and the profile where one was named.</summary>
    string Name { get; }

    /// <summary>The address that requests go to, for <c>-Debug</c>.</summary>
    string Endpoint { get; }

    /// <summary>
    /// Whether the identity can get another key when its key has expired: a profile, a role or a login can, a key that was
    /// passed or set as it is can't.
    /// </summary>
    bool CanRenewKey { get; }

    /// <summary>Reads one page of the listing.</summary>
    /// <exception cref="BedrockRequestException">The request failed, in whatever way.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a job in full.</summary>
    /// <param name="jobIdentifier">The job's name or ARN.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BedrockRequestException">
    /// The request failed, in whatever way; <see cref="BedrockErrorId.JobNotFound"/> where there is no such job.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken);

    /// <summary>Has a job stopped. It is <c>Stopping</c> for a while before it is <c>Stopped</c>.</summary>
    /// <param name="jobIdentifier">The job's name or ARN.</param>
    /// <param name="cancellationToken">Ends the request; the job may then be stopped or not.</param>
    /// <returns>The id under which AWS knows the request; null where the reply has none.</returns>
    /// <exception cref="BedrockRequestException">
    /// The request failed, in whatever way; <see cref="BedrockErrorId.JobNotFound"/> where there is no such job,
    /// <see cref="BedrockErrorId.JobNotStoppable"/> where it has ended.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken);
}
