using System.Collections.Generic;
using System.Threading.Tasks;

namespace BedrockJobs.Tests.Waiting;

/// <summary>Runs what it is given at once, on the thread that gives it, so that a test comes out alike each time.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
