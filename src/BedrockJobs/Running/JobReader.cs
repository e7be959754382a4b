namespace BedrockJobs.Running;

/// <summary>
/// Gets the details of several jobs concurrently for a cmdlet and returns them in the order of the input. Meanwhile it
/// writes errors and verbose and debug messages. It runs on the pipeline thread only.
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

    /// <param name="cmdlet">The cmdlet that reads the jobs.</param>
    /// <param name="waitFor">
    /// Blocks the pipeline thread until a task has ended, and calls the action at intervals.
    /// </param>
    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    /// <param name="stopping">Cancels all requests.</param>
    public JobReader(PSCmdlet cmdlet, Action<Task, Action> waitFor, int throttleLimit, CancellationToken stopping)
    {
        _cmdlet = cmdlet;
        _waitFor = waitFor;
        _log = new CommandLog(cmdlet);
        _progress = new CommandProgress(cmdlet, SR.JobsProgressActivity);
        _asker = new JobAsker(new ConnectionSet(), throttleLimit, stopping);

        // Includes more than the pending requests, so that a slow response at the head doesn't delay other requests.
        _mostAhead = 2 * throttleLimit;
    }

    /// <summary>Starts to get jobs, and returns those that are due.</summary>
    /// <param name="targets">The jobs.</param>
    /// <param name="isInput">
    /// Whether the jobs come from a pipeline, which might provide more. Jobs that arrive in the meantime can be
    /// returned only when the next input arrives.
    /// </param>
    public IEnumerable<JobAnswer> Read(IEnumerable<JobTarget> targets, bool isInput)
    {
        // If the input is slower than the responses, the reader waits for each response: the wait is short, and the
        // next input might take long to arrive. The reader also waits for the first response.
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

    /// <summary>Returns all remaining jobs.</summary>
    public IEnumerable<JobAnswer> ReadRest() => Due(most: 0);

    /// <summary>Closes the connections and removes the progress bar.</summary>
    public void Dispose()
    {
        _asker.Dispose();
        _progress.Dispose();
    }

    // The jobs at the head whose responses have arrived, and as many more as are pending beyond the limit.
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
                SR.DebugJobRequest, Operation.GetJob, service.Name, service.Endpoint, PrintableText.From(jobIdentifier)));
        }

        if (answer.Job is { } job)
        {
            _lastReply = answer.Elapsed;
            _log.Tell(Format(
                SR.VerboseJob,
                Operation.GetJob,
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
