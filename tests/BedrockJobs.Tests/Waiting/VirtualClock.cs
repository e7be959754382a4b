using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Waiting;
using Xunit;

namespace BedrockJobs.Tests.Waiting;

/// <summary>A time that passes only while somebody waits, and then at once.</summary>
internal sealed class VirtualClock(double random = 0.5) : IWaitClock
{
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

    /// <summary>Lets time pass until the task has ended.</summary>
    public void RunUntil(Task task)
    {
        // With a context of the test's, what waits for time would go on in another thread, while time passes here.
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

            // Where nothing waits for time, a thread of the pool has work to do.
            Assert.True(delay is not null || ((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(10)), "It would wait forever.");
            delay?.TrySetResult();
        }
    }
}
