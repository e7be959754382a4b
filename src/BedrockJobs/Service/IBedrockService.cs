namespace BedrockJobs.Service;

/// <summary>
/// The interface between the cmdlets and the AWS SDK: one connection to Amazon Bedrock with one identity in one Region.
/// The implementation is in a separate assembly load context, so the interface uses only types of this assembly.
/// </summary>
internal interface IBedrockService : IDisposable
{
    /// <summary>The AWS Region of the jobs. Requests are signed for this Region.</summary>
    string Region { get; }

    /// <summary>The name of the place in messages: the Region, and the profile if one was specified.</summary>
    string Name { get; }

    /// <summary>The URL that requests go to, for <c>-Debug</c>.</summary>
    string Endpoint { get; }

    /// <summary>
    /// Whether the identity can get a new key when its key has expired. A profile, a role, or a sign-in session can; a
    /// key that was passed or set directly can't.
    /// </summary>
    bool CanRenewKey { get; }

    /// <summary>Gets one page of a listing.</summary>
    /// <param name="query">The page: its token and size, and the filters. Only the filters of the service are applied.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="BedrockRequestException">The request failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    Task<JobPage> ListJobsAsync(JobQuery query, CancellationToken cancellationToken);

    /// <summary>Gets the details of a job.</summary>
    /// <param name="jobIdentifier">The name or ARN of the job.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="BedrockRequestException">
    /// The request failed; <see cref="BedrockErrorId.JobNotFound"/> if the job doesn't exist.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken);

    /// <summary>Stops a job. The job is <c>Stopping</c> for a while before it is <c>Stopped</c>.</summary>
    /// <param name="jobIdentifier">The name or ARN of the job.</param>
    /// <param name="cancellationToken">Cancels the request. The job might be stopped nevertheless.</param>
    /// <returns>The AWS request ID; null if the response has none.</returns>
    /// <exception cref="BedrockRequestException">
    /// The request failed; <see cref="BedrockErrorId.JobNotFound"/> if the job doesn't exist, <see
    /// cref="BedrockErrorId.JobNotStoppable"/> if it has ended.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken);
}
