namespace BedrockJobs.Listing;

/// <summary>
/// The reader of a <see cref="JobStream"/>. It waits for tasks and is notified of requests. All calls are made on the
/// reader's thread.
/// </summary>
internal interface IJobStreamHost
{
    /// <summary>Blocks until the task succeeds or fails.</summary>
    void WaitFor(Task task);

    /// <summary>Called before a request is sent.</summary>
    void OnRequest(JobSource source, JobQuery request);

    /// <summary>Called when a page has arrived.</summary>
    void OnPage(JobSource source, FetchedPage fetched);

    /// <summary>Called when a request has failed. Its target returns no more jobs.</summary>
    void OnFailure(JobSource source, BedrockRequestException exception);
}
