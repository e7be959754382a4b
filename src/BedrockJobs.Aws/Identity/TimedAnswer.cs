using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// What somebody answers who may never do so. It is asked once, on a thread of its own: those of the pool may all be
/// waiting for it.
/// </summary>
internal sealed class TimedAnswer<T>
    where T : class
{
    private readonly Lazy<Task<T?>> _answer;
    private readonly Stopwatch _sinceAsked = new();

    public TimedAnswer(Func<T?> ask)
    {
        _answer = new Lazy<Task<T?>>(() =>
        {
            _sinceAsked.Start();
            return Task.Factory.StartNew(ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        });
    }

    /// <summary>The answer; null where none comes in the time after the first question, or it went wrong.</summary>
    /// <remarks>Whatever goes wrong, there is nothing to be had, and that is what the user needs to know.</remarks>
    public T? Within(TimeSpan limit)
    {
        var answer = _answer.Value;
        var left = limit - _sinceAsked.Elapsed;
        Task.WaitAny([answer], left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return answer.IsCompletedSuccessfully ? answer.Result : null;
    }
}
