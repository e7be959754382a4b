namespace BedrockJobs.Tests.Running;

/// <summary>Runs tasks immediately on the current thread, so that a test has the same result each time.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
