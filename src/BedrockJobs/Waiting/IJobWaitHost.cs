namespace BedrockJobs.Waiting;

/// <summary>
/// The reader of a <see cref="JobWait"/>. It blocks and is notified of events. All calls are made on the reader's
/// thread.
/// </summary>
internal interface IJobWaitHost
{
    /// <summary>Blocks until the task succeeds or fails.</summary>
    void WaitFor(Task task);

    /// <summary>Called when a poll has succeeded or failed.</summary>
    void OnPoll(WaitTarget target, PollResult result);

    /// <summary>Called when the status of a job, or the part that is in progress, has changed.</summary>
    void OnTransition(WaitTarget target, CustomizationJob before, CustomizationJob now);

    /// <summary>
    /// Called when a request has failed in a way that might be transient, and the request before it succeeded. The wait
    /// continues.
    /// </summary>
    void OnTrouble(WaitTarget target, BedrockRequestException exception);

    /// <summary>Called when requests succeed again.</summary>
    void OnRecovery(WaitTarget target);

    /// <summary>Called when waiting for these jobs has failed permanently.</summary>
    void OnFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception);

    /// <summary>
    /// Called when the time limit is reached and the job hasn't ended or its details couldn't be read.
    /// </summary>
    void OnTimeout(WaitTarget target, WaitedJob job);
}
