using System.Collections.Generic;
using System.Threading.Tasks;

namespace BedrockJobs.Waiting;

/// <summary>Whoever reads a <see cref="JobWait"/>: it blocks, and is told what happens. All on the reader's thread.</summary>
internal interface IJobWaitHost
{
    /// <summary>Blocks until the task has ended, well or not.</summary>
    void WaitFor(Task task);

    /// <summary>A poll has ended, well or not.</summary>
    void OnPoll(WaitTarget target, PollResult result);

    /// <summary>The status of a job, or the part that is under way, has changed since it was last seen.</summary>
    void OnTransition(WaitTarget target, CustomizationJob before, CustomizationJob now);

    /// <summary>A request has failed in a way that may pass, and the one before had not. The wait goes on.</summary>
    void OnTrouble(WaitTarget target, BedrockRequestException exception);

    /// <summary>Requests succeed again.</summary>
    void OnRecovery(WaitTarget target);

    /// <summary>Waiting for these jobs has failed for good.</summary>
    void OnFailure(IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception);

    /// <summary>The time is over, and the job has not ended or could not be read.</summary>
    void OnTimeout(WaitTarget target, WaitedJob job);
}
