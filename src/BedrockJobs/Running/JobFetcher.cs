namespace BedrockJobs.Running;

/// <summary>
/// Gets the details of several jobs concurrently and returns them in the order of the input. Meanwhile it writes errors and
/// messages. It runs on the pipeline thread only.
/// </summary>
internal sealed class JobFetcher
{
    private readonly CommandRun _run;
    private readonly Queue<Lookup> _lookups = new();
    private readonly Stopwatch _sinceInput = new();
    private TimeSpan _lastReply;
    private int _count;
    private int _receivedCount;

    public JobFetcher(CommandRun run)
    {
        _run = run;
    }

    // How many jobs are requested ahead: more than can be pending, so that a slow response at the head doesn't delay the others.
    private int MostAhead => 2 * _run.ThrottleLimit;

    /// <summary>Starts to get jobs, and returns those that are due.</summary>
    /// <param name="isInput">
    /// Whether the jobs come from a pipeline, which might provide more. Jobs that arrive in the meantime can be
    /// returned only when the next input arrives.
    /// </param>
    public IEnumerable<FetchedJob> Fetch(IEnumerable<RequestedJob> jobs, bool isInput)
    {
        // One request at a time also means one job at a time, so that a later command can relate it to its input.
        // If the input is slower than the responses, the fetcher waits for each response: the wait is short, and the
        // next input might take long to arrive. The fetcher also waits for the first response.
        var waits = isInput && (_run.ThrottleLimit == 1 || !_sinceInput.IsRunning || _sinceInput.Elapsed > _lastReply);
        foreach (var job in jobs)
        {
            _lookups.Enqueue(new Lookup(job.Job, [.. job.Places.Select(_run.PlaceOf).Select(place => (place, GetAsync(place, job.Job)))]));
            _count++;
            foreach (var fetched in Due(most: MostAhead))
            {
                yield return fetched;
            }
        }

        foreach (var fetched in Due(most: waits ? 0 : MostAhead))
        {
            yield return fetched;
        }

        _sinceInput.Restart();
    }

    /// <summary>Returns all remaining jobs.</summary>
    public IEnumerable<FetchedJob> FetchRest()
    {
        foreach (var fetched in Due(most: 0))
        {
            yield return fetched;
        }

        _run.Pipeline.HideProgress();
    }

    private Task<TimedReply<CustomizationJobDetail>> GetAsync(Place place, JobReference job) =>
        _run.GetJobAsync(place, job.Identifier, _run.Stopping);

    // The jobs at the head whose responses have arrived, and as many more as are pending beyond the limit.
    private IEnumerable<FetchedJob> Due(int most)
    {
        while (_lookups.Count > 0 && (_lookups.Count > most || _lookups.Peek().Completion.IsCompleted))
        {
            foreach (var fetched in Receive(_lookups.Dequeue()))
            {
                yield return fetched;
            }
        }
    }

    private List<FetchedJob> Receive(Lookup lookup)
    {
        _run.Pipeline.WaitFor(lookup.Completion, () => _run.Pipeline.ShowProgress(() => new ProgressText(
            SR.JobsProgressActivity, SR.JobsProgressStatus.With(_receivedCount, _count))));
        _receivedCount++;
        var search = new JobSearch(lookup.Job.Identifier, lookup.Requests.Count, isOneJob: lookup.Job.Region is not null);
        var found = new List<FetchedJob>();
        foreach (var (place, request) in lookup.Requests)
        {
            _run.WriteChoices(place);
            if (place.Endpoint is { } endpoint)
            {
                _run.Pipeline.WriteDebug(SR.DebugJobRequest.With(Operation.GetJob, place.Name, endpoint, lookup.Job.Identifier));
            }

            try
            {
                var (job, elapsed) = request.GetAwaiter().GetResult();
                WriteReceived(place, job, elapsed);
                search.AddFound();

                // A job that two profiles can access is returned once.
                if (!found.Exists(known => known.Detail.JobArn == job.JobArn))
                {
                    found.Add(new FetchedJob(lookup.Job, place, job));
                }
            }
            catch (BedrockRequestException failure)
            {
                search.AddFailure(place.Name, failure);
            }
        }

        foreach (var failure in search.Failures)
        {
            _run.Pipeline.WriteError(failure, lookup.Job.Identifier);
        }

        return found;
    }

    private void WriteReceived(Place place, CustomizationJobDetail job, TimeSpan elapsed)
    {
        _lastReply = elapsed;
        _run.Pipeline.WriteVerbose(SR.VerboseJob.With(
            Operation.GetJob, place.Name, job.JobName, job.Status, elapsed.TotalMilliseconds, job.RequestId));
    }

    /// <summary>The requests for a job in every place that might contain it.</summary>
    private sealed record Lookup(
        JobReference Job, IReadOnlyList<(Place Place, Task<TimedReply<CustomizationJobDetail>> Request)> Requests)
    {
        /// <summary>Completes when every place has responded.</summary>
        public Task Completion { get; } = Task.WhenAll(Requests.Select(request => request.Request));
    }
}

/// <summary>A job that was found in a place.</summary>
internal sealed record FetchedJob(JobReference Job, Place Place, CustomizationJobDetail Detail);
