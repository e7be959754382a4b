using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;
using BedrockJobs.Targets;
using BedrockJobs.Views;

namespace BedrockJobs.Commands;

/// <summary>
/// Reads jobs in full for a cmdlet, several at a time, and hands them out in the order in which they were asked for. It
/// writes the errors, verbose and debug lines meanwhile. All on the pipeline thread.
/// </summary>
internal sealed class JobReader : IDisposable
{
    private readonly PSCmdlet _cmdlet;
    private readonly Action<Task, Action> _waitFor;
    private readonly CommandLog _log;
    private readonly CommandProgress _progress;
    private readonly JobAsker _asker;
    private readonly int _mostAhead;
    private readonly Queue<JobLookup> _lookups = new();
    private readonly HashSet<Connection> _toldConnections = [];
    private readonly Stopwatch _sinceInput = new();
    private TimeSpan _lastReply;
    private int _count;
    private int _receivedCount;

    /// <param name="cmdlet">The cmdlet that reads.</param>
    /// <param name="waitFor">Blocks the pipeline thread until a task has ended, and calls now and then meanwhile.</param>
    /// <param name="throttleLimit">How many requests may run at a time.</param>
    /// <param name="stopping">Ends all requests.</param>
    public JobReader(PSCmdlet cmdlet, Action<Task, Action> waitFor, int throttleLimit, CancellationToken stopping)
    {
        _cmdlet = cmdlet;
        _waitFor = waitFor;
        _log = new CommandLog(cmdlet);
        _progress = new CommandProgress(cmdlet, SR.JobsProgressActivity);
        _asker = new JobAsker(new ConnectionSet(), throttleLimit, stopping);

        // Beyond those in flight, so that a slow reply at the head keeps no request back.
        _mostAhead = 2 * throttleLimit;
    }

    /// <summary>Sets out to read jobs, and hands out those that are due.</summary>
    /// <param name="targets">The jobs.</param>
    /// <param name="isInput">
    /// Whether the jobs come from a pipeline, of which there may be more. Only when the next one comes is there a chance to
    /// hand out what has come meanwhile.
    /// </param>
    public IEnumerable<JobAnswer> Read(IEnumerable<JobTarget> targets, bool isInput)
    {
        // Where the input is slower than the replies, each is waited for: that is soon over, and nobody knows how long the
        // next one takes. So is the first of all.
        var waits = isInput && (!_sinceInput.IsRunning || _sinceInput.Elapsed > _lastReply);
        foreach (var target in targets)
        {
            _lookups.Enqueue(_asker.Start(target));
            _count++;
            foreach (var answer in Due(most: _mostAhead))
            {
                yield return answer;
            }
        }

        foreach (var answer in Due(most: waits ? 0 : _mostAhead))
        {
            yield return answer;
        }

        _sinceInput.Restart();
    }

    /// <summary>Hands out all that is left.</summary>
    public IEnumerable<JobAnswer> ReadRest() => Due(most: 0);

    /// <summary>Closes the connections and takes the progress away.</summary>
    public void Dispose()
    {
        _asker.Dispose();
        _progress.Dispose();
    }

    // Those at the head that have come, and as many as there are more on their way than may be.
    private IEnumerable<JobAnswer> Due(int most)
    {
        while (_lookups.Count > 0 && (_lookups.Count > most || _lookups.Peek().Completion.IsCompleted))
        {
            foreach (var answer in Receive(_lookups.Dequeue()))
            {
                yield return answer;
            }
        }
    }

    private IReadOnlyList<JobAnswer> Receive(JobLookup lookup)
    {
        _waitFor(lookup.Completion, () => _progress.Update(() => Format(SR.JobsProgressStatus, _receivedCount, _count)));
        _receivedCount++;
        foreach (var answer in lookup.Answers)
        {
            Tell(lookup.Job.Identifier, answer);
        }

        foreach (var failure in lookup.Failures)
        {
            _cmdlet.WriteError(ErrorRecordFactory.Create(failure, lookup.Job.Identifier));
        }

        return lookup.Found;
    }

    private void Tell(string jobIdentifier, JobAnswer answer)
    {
        if (_toldConnections.Add(answer.Connection))
        {
            _log.TellChoices(answer.Connection.Settings);
        }

        if (answer.Service is { } service)
        {
            _cmdlet.WriteDebug(Format(
                SR.DebugJobRequest, OperationName.GetJob, service.Name, service.Endpoint, PrintableText.From(jobIdentifier)));
        }

        if (answer.Job is { } job)
        {
            _lastReply = answer.Elapsed;
            _log.Tell(Format(
                SR.VerboseJob,
                OperationName.GetJob,
                answer.Service!.Name,
                PrintableText.From(job.JobName),
                PrintableText.From(job.Status),
                answer.Elapsed.TotalMilliseconds,
                PrintableText.From(job.RequestId)));
        }
    }

    private static string Format(string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
