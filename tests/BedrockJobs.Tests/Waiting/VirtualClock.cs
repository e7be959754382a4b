namespace BedrockJobs.Tests.Waiting;

/// <summary>A clock that moves only while a task waits for it, and then immediately.</summary>
internal sealed class VirtualClock(double random = 0.5) : IWaitClock
{
    /// <summary>No test needs more time. Without a limit, a wait that doesn't end would block the tests.</summary>
    private static readonly TimeSpan End = TimeSpan.FromDays(10);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, TimeSpan> _delays = new();

    public TimeSpan Now { get; private set; }

    public double NextRandom() => random;

    public Task Delay(TimeSpan time, CancellationToken cancellationToken)
    {
        Assert.True(time > TimeSpan.Zero);
        var delay = new TaskCompletionSource();
        cancellationToken.Register(() => delay.TrySetCanceled(cancellationToken));
        lock (_gate)
        {
            _delays.Enqueue(delay, Now + time);
        }

        return delay.Task;
    }

    /// <summary>Moves the clock until the task ends.</summary>
    public void RunUntil(Task task)
    {
        // With the context of the test, the waiting code would continue on another thread while the clock moves here.
        SynchronizationContext.SetSynchronizationContext(null);
        while (!task.IsCompleted)
        {
            TaskCompletionSource? delay;
            lock (_gate)
            {
                if (_delays.TryDequeue(out delay, out var due) && !delay.Task.IsCompleted)
                {
                    Now = due;
                }
            }

            Assert.True(Now < End, "It would wait forever.");

            // If no task waits for the clock, a thread of the pool has work to do.
            Assert.True(delay is not null || ((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(10)), "It would wait forever.");
            delay?.TrySetResult();
        }
    }
}
