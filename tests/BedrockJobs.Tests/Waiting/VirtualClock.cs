using Microsoft.Extensions.Time.Testing;

namespace BedrockJobs.Tests.Waiting;

/// <summary>A clock that moves only while a task waits for it, and then as fast as it can.</summary>
internal sealed class VirtualClock
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Without a limit, a wait that doesn't end would block the tests.</summary>
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(60);

    private readonly DateTimeOffset _start;

    public VirtualClock()
    {
        _start = Time.GetUtcNow();
    }

    public FakeTimeProvider Time { get; } = new();

    public TimeSpan Now => Time.GetUtcNow() - _start;

    public Task Delay(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, Time, cancellationToken);

    /// <summary>Moves the clock until the task ends.</summary>
    public void RunUntil(Task task)
    {
        // With the context of the test, the waiting code would continue on another thread while the clock moves here.
        SynchronizationContext.SetSynchronizationContext(null);
        var watch = Stopwatch.StartNew();
        while (!task.IsCompleted)
        {
            Assert.True(watch.Elapsed < RealLimit, "It would wait forever.");
            Time.Advance(Step);

            // A request that waited for its turn continues on a thread of the pool.
            Thread.Yield();
        }
    }
}
