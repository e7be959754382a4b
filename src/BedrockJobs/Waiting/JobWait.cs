namespace BedrockJobs.Waiting;

/// <summary>
/// Waits for the jobs of several targets: polls all targets concurrently, and then reads the details of the jobs that
/// have ended, in the order in which they ended.
/// </summary>
internal sealed class JobWait : IDisposable
{
    /// <summary>
    /// How long one request can hold back the results of others for the sake of the order. Later results are used when
    /// they arrive. It's also how long a poll can take after the time limit is reached.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The fraction by which an interval is lengthened or shortened at most.</summary>
    public const double Jitter = 0.1;

    private readonly IReadOnlyList<WaitTarget> _targets;
    private readonly WaitSettings _settings;
    private readonly IWaitClock _clock;
    private readonly IJobWaitHost _host;
    private readonly TaskScheduler _scheduler;
    private readonly SemaphoreSlim _throttle;
    private readonly CancellationTokenSource _stopping;
    private readonly HashSet<string> _arns = new(StringComparer.Ordinal);
    private readonly TimeSpan? _deadline;
    private TimeSpan _nextPoll;
    private TimeSpan _patienceEnd;

    /// <param name="targets">The targets with their jobs. They are disposed with this object.</param>
    /// <param name="settings">The settings of the wait.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="host">The reader.</param>
    /// <param name="scheduler">The scheduler that starts the requests.</param>
    /// <param name="stopping">Cancels all requests.</param>
    public JobWait(
        IReadOnlyList<WaitTarget> targets,
        WaitSettings settings,
        IWaitClock clock,
        IJobWaitHost host,
        TaskScheduler scheduler,
        CancellationToken stopping)
    {
        _targets = targets;
        _settings = settings;
        _clock = clock;
        _host = host;
        _scheduler = scheduler;
        _throttle = new SemaphoreSlim(settings.ThrottleLimit);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _nextPoll = clock.Now;
        _deadline = clock.Now + settings.Timeout;
        foreach (var target in targets)
        {
            RemoveDuplicates(target);
        }
    }

    /// <summary>The jobs that are still waited for.</summary>
    public IEnumerable<WaitedJob> Pending => _targets.SelectMany(target => target.Pending);

    /// <summary>Returns the jobs as they end.</summary>
    public IEnumerable<CustomizationJobDetail> Read()
    {
        while (Pending.Any())
        {
            var isLast = _clock.Now >= _deadline;
            Poll(isLast);
            var ended = EndedJobs();
            for (var i = 0; i < ended.Count; i++)
            {
                StartFetches(ended, i);
                if (TakeDetail(ended[i].Target, ended[i].Job) is { } detail)
                {
                    yield return detail;
                    if (_settings.IsAnyEnough)
                    {
                        yield break;
                    }
                }
            }

            TellOfTroubles();
            if (isLast)
            {
                TellOfTimeouts();
                yield break;
            }

            Pause();
        }
    }

    /// <summary>Cancels pending requests.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        foreach (var target in _targets)
        {
            target.Dispose();
        }

        // The token source and the semaphore aren't disposed: a request that is being canceled might still use them,
        // and they hold no resources to release.
    }

    private static void RemoveDuplicates(WaitTarget target)
    {
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in target.Pending.ToList())
        {
            if (!identifiers.Add(job.JobArn ?? job.Identifier))
            {
                target.Settle(job);
            }
        }
    }

    private void Poll(bool isLast)
    {
        if (isLast || _clock.Now >= _nextPoll)
        {
            foreach (var target in _targets)
            {
                target.StartPoll(_clock.Now, isLast, _throttle, _scheduler, _stopping.Token);
            }

            _patienceEnd = _clock.Now + Patience;
            var jitter = 1 + (Jitter * ((2 * _clock.NextRandom()) - 1));
            _nextPoll = _clock.Now + TimeSpan.FromTicks((long)(_settings.PollInterval.Ticks * jitter));
        }

        WaitFor(
            Task.WhenAll(_targets.Select(target => target.Poll).OfType<Task>()),
            isLast || _deadline is null || _patienceEnd < _deadline ? _patienceEnd : _deadline.Value);
        foreach (var target in _targets.Where(target => target.Poll is { IsCompleted: true }))
        {
            Accept(target, target.TakePoll());
        }
    }

    private void Accept(WaitTarget target, PollResult result)
    {
        _host.OnPoll(target, result);
        foreach (var (job, found) in result.Found)
        {
            Note(target, job, found);
        }

        foreach (var (job, exception) in result.Failed)
        {
            if (!NoteFailure(target, exception))
            {
                Fail(target, [job], exception);
            }
        }

        if (result.Failure is null)
        {
            target.NoteSuccess();
        }
        else if (!NoteFailure(target, result.Failure))
        {
            // Jobs that have ended need no further poll.
            Fail(target, [.. target.Pending.Where(job => !job.IsEnded)], result.Failure);
        }
    }

    private void Note(WaitTarget target, WaitedJob job, CustomizationJob found)
    {
        if (!job.IsFound)
        {
            job.IsFound = true;
            Report(job, job.Search.NoteFound());
            if (!_arns.Add(found.JobArn))
            {
                // The job is waited for by its name and by its ARN, or with two profiles of the same account.
                target.Settle(job);
                return;
            }
        }

        var before = job.Latest;
        job.Latest = found;
        job.Detail = job.IsEnded ? found as CustomizationJobDetail : null;

        // A listed job that the user passed in might not contain the status of its parts.
        if (before is not null
            && (before.Status != found.Status
                || (before.StatusDetails is not null && PartUnderWay.Of(before) != PartUnderWay.Of(found))))
        {
            _host.OnTransition(target, before, found);
        }
    }

    // A job whose details couldn't be read before comes last, so that it doesn't hold back other jobs.
    private List<(WaitTarget Target, WaitedJob Job)> EndedJobs() =>
    [
        .. from target in _targets
           from job in target.Pending
           where job.IsEnded || job.Fetch is not null
           orderby job.FailedFetches, job.EndTime
           select (target, job),
    ];

    private void StartFetches(List<(WaitTarget Target, WaitedJob Job)> ended, int index)
    {
        var count = _settings.IsAnyEnough ? 1 : _settings.ThrottleLimit;
        foreach (var (target, job) in ended.Skip(index).Take(count))
        {
            target.StartFetch(job, _clock.Now, _throttle, _scheduler, _stopping.Token);
        }
    }

    private CustomizationJobDetail? TakeDetail(WaitTarget target, WaitedJob job)
    {
        if (job.Fetch is { } fetch)
        {
            WaitFor(fetch, job.FetchStart + Patience);
            if (!fetch.IsCompleted)
            {
                target.NoteDelay();
                return null;
            }

            job.Fetch = null;
            try
            {
                Note(target, job, fetch.GetAwaiter().GetResult());
                target.NoteSuccess();
            }
            catch (BedrockRequestException exception)
            {
                if (NoteFailure(target, exception))
                {
                    job.FailedFetches++;
                    target.NoteDelay();
                }
                else
                {
                    Fail(target, [job], exception);
                }
            }
        }

        if (job.Detail is not null)
        {
            target.Settle(job);
        }

        return job.Detail;
    }

    private bool NoteFailure(WaitTarget target, BedrockRequestException exception)
    {
        var mayPass = target.NoteFailure(exception, _clock.Now);
        if (target.HasTroubleBegun())
        {
            _host.OnTrouble(target, exception);
        }

        return mayPass;
    }

    private void Fail(WaitTarget target, IReadOnlyList<WaitedJob> jobs, BedrockRequestException exception)
    {
        var failed = new List<WaitedJob>();
        foreach (var job in jobs)
        {
            target.Settle(job);
            if (job.IsFound || job.Search.PlaceCount == 1)
            {
                failed.Add(job);
            }
            else
            {
                Report(job, job.Search.NoteFailure(target.Name, exception));
            }
        }

        if (failed.Count > 0)
        {
            _host.OnFailure(failed, exception);
        }
    }

    private void Report(WaitedJob job, IReadOnlyList<BedrockRequestException> errors)
    {
        foreach (var error in errors)
        {
            _host.OnFailure([job], error);
        }
    }

    private void TellOfTroubles()
    {
        foreach (var target in _targets)
        {
            if (target.HasTroubleEnded())
            {
                _host.OnRecovery(target);
            }
        }
    }

    private void TellOfTimeouts()
    {
        // If nothing is known of a job that might be in several places, that is one error, or none if another place has
        // the job.
        var told = new HashSet<JobSearch>();
        foreach (var target in _targets)
        {
            foreach (var job in target.Pending)
            {
                if (job.IsFound || (!job.Search.IsFound && told.Add(job.Search)))
                {
                    _host.OnTimeout(target, job);
                }
            }
        }
    }

    // Waits until the next poll is due, the time limit is reached, or a slow request has ended.
    private void Pause()
    {
        if (Pending.Any())
        {
            var requests = _targets.SelectMany(target => target.Requests).ToList();
            var never = new TaskCompletionSource<bool>();
            WaitFor(
                requests.Count > 0 ? Task.WhenAny(requests) : never.Task,
                _nextPoll < _deadline || _deadline is null ? _nextPoll : _deadline.Value);
        }
    }

    private void WaitFor(Task task, TimeSpan until)
    {
        var left = until - _clock.Now;
        if (!task.IsCompleted && left > TimeSpan.Zero)
        {
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            _host.WaitFor(Task.WhenAny(task, _clock.Delay(left, awake.Token)));
            awake.Cancel();
        }
    }
}
