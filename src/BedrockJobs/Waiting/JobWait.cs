namespace BedrockJobs.Waiting;

/// <summary>
/// Waits for the jobs of several places: polls all places concurrently, and then reads the details of the jobs that
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
    private const double Jitter = 0.1;

    /// <summary>A timer can't wait longer than 49 days.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly CommandRun _run;
    private readonly IReadOnlyList<WaitedPlace> _places;
    private readonly WaitSettings _settings;
    private readonly WaitMessages _messages;
    private readonly CancellationTokenSource _stopping;
    private readonly HashSet<string> _arns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknownStatuses = [];
    private readonly int _count;
    private readonly long _start;
    private TimeSpan _nextPoll;
    private TimeSpan _patienceEnd;

    public JobWait(CommandRun run, IReadOnlyList<WaitedPlace> places, WaitSettings settings)
    {
        _run = run;
        _places = places;
        _settings = settings;
        _messages = new WaitMessages(run.Pipeline, settings.PollInterval);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping);
        _start = run.Time.GetTimestamp();
        _count = Pending.Count();
    }

    private IEnumerable<WaitedJob> Pending => _places.SelectMany(place => place.Pending);

    private TimeSpan Now => _run.Time.GetElapsedTime(_start);

    /// <summary>
    /// Connects to every place that might have a job. A place that can't be connected to is an error, and the other places
    /// continue.
    /// </summary>
    /// <returns>
    /// The places with their jobs: one for each Region and profile, regardless of how the Region was determined.
    /// </returns>
    public static IReadOnlyList<WaitedPlace> Connect(CommandRun run, IReadOnlyList<RequestedJob> jobs, WaitSettings settings)
    {
        var jobsOf = new Dictionary<Place, List<WaitedJob>>();
        foreach (var (job, places) in jobs)
        {
            var search = new JobSearch(job.Identifier, places.Count, isOneJob: job.Region is not null);
            foreach (var place in places.Select(run.PlaceOf))
            {
                _ = place.ConnectAsync();
                jobsOf.TryAdd(place, []);
                jobsOf[place].Add(new WaitedJob(job.Identifier, job.Listed, search));
            }
        }

        var connected = new List<Place>();
        foreach (var (place, waited) in jobsOf)
        {
            try
            {
                run.Connect(place);
                connected.Add(place);
            }
            catch (BedrockRequestException failure)
            {
                new WaitMessages(run.Pipeline, settings.PollInterval).WriteFailure(waited, failure);
            }
        }

        return
        [
            .. from place in connected
               group place by (place.Region, place.Settings.ProfileName) into same
               select new WaitedPlace(run, same.First(), same.SelectMany(place => jobsOf[place])),
        ];
    }

    /// <summary>Returns the jobs as they end.</summary>
    public IEnumerable<CustomizationJobDetail> Read()
    {
        while (Pending.Any())
        {
            var isLast = Now >= _settings.Timeout;
            Poll(isLast);
            var ended = EndedJobs();
            for (var i = 0; i < ended.Count; i++)
            {
                StartFetches(ended, i);
                if (TakeDetail(ended[i].Place, ended[i].Job) is { } detail)
                {
                    yield return detail;
                    if (_settings.IsAnyEnough)
                    {
                        yield break;
                    }
                }
            }

            foreach (var place in _places.Where(place => place.HasRecovered))
            {
                place.IsInOutage = false;
                _messages.WriteRecovery(place.Place);
            }

            if (isLast)
            {
                WriteTimeouts();
                yield break;
            }

            Pause();
        }
    }

    /// <summary>Cancels pending requests, and removes the progress bar.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _run.Pipeline.HideProgress();
    }

    private void Poll(bool isLast)
    {
        if (isLast || Now >= _nextPoll)
        {
            foreach (var place in _places)
            {
                place.StartPoll(Now, isLast, _stopping.Token);
            }

            _patienceEnd = Now + Patience;
            var jitter = 1 + (Jitter * ((2 * _settings.Jitter()) - 1));
            _nextPoll = Now + (_settings.PollInterval * jitter);
        }

        WaitFor(
            Task.WhenAll(_places.Select(place => place.Poll).OfType<Task>()),
            isLast || !(_settings.Timeout <= _patienceEnd) ? _patienceEnd : _settings.Timeout.Value);
        foreach (var place in _places.Where(place => place.Poll is { IsCompleted: true }))
        {
            Accept(place, place.TakePoll());
        }
    }

    private void Accept(WaitedPlace place, Poll poll)
    {
        _messages.WritePoll(place.Place, poll);
        if (poll.Pages.Count > 0)
        {
            place.RecordAnswer();
        }

        foreach (var (job, found) in poll.Found)
        {
            Accept(place, job, found);
        }

        foreach (var (job, failure) in poll.Failed)
        {
            if (!RecordFailure(place, failure))
            {
                Fail(place, [job], failure);
            }
        }

        if (poll.Failure is null)
        {
            place.RecordSuccess();
        }
        else if (!RecordFailure(place, poll.Failure))
        {
            // Jobs that have ended need no further poll.
            Fail(place, [.. place.Pending.Where(job => !job.IsEnded)], poll.Failure);
        }
    }

    private void Accept(WaitedPlace place, WaitedJob job, CustomizationJob found)
    {
        if (!job.IsFound)
        {
            job.IsFound = true;
            job.Search.AddFound();
            WriteFailures(job);
            if (!_arns.Add(found.JobArn))
            {
                // The job is waited for by its name and by its ARN, or with two profiles of the same account.
                place.Remove(job);
                return;
            }
        }

        var before = job.Latest;
        job.Latest = found;
        if (!found.HasEnded && !JobStatus.OfJobs.Contains(found.Status, StringComparer.OrdinalIgnoreCase) && _unknownStatuses.Add(found.Status))
        {
            _messages.WriteUnknownStatus(found);
        }

        job.Detail = job.IsEnded ? found as CustomizationJobDetail : null;

        // A listed job that the user passed in might not contain the status of its phases.
        if (before is not null
            && (before.Status != found.Status
                || (before.StatusDetails is not null && CurrentPhase.Of(before) != CurrentPhase.Of(found))))
        {
            _messages.WriteTransition(place.Place, before, found);
        }
    }

    // A job whose details couldn't be read before comes last, so that it doesn't hold back other jobs.
    private List<(WaitedPlace Place, WaitedJob Job)> EndedJobs() =>
    [
        .. from place in _places
           from job in place.Pending
           where job.IsEnded || job.Fetch is not null
           orderby job.FailedFetches, job.EndTime
           select (place, job),
    ];

    private void StartFetches(List<(WaitedPlace Place, WaitedJob Job)> ended, int index)
    {
        foreach (var (place, job) in ended.Skip(index).Take(_settings.IsAnyEnough ? 1 : _run.ThrottleLimit))
        {
            place.StartFetch(job, Now, _stopping.Token);
        }
    }

    private CustomizationJobDetail? TakeDetail(WaitedPlace place, WaitedJob job)
    {
        if (job.Fetch is { } fetch)
        {
            WaitFor(fetch, job.FetchStart + Patience);
            if (!fetch.IsCompleted)
            {
                place.RecordDelay();
                return null;
            }

            job.Fetch = null;
            try
            {
                Accept(place, job, fetch.GetAwaiter().GetResult().Value);
                place.RecordSuccess();
            }
            catch (BedrockRequestException failure)
            {
                if (RecordFailure(place, failure))
                {
                    job.FailedFetches++;
                    place.RecordDelay();
                }
                else
                {
                    Fail(place, [job], failure);
                }
            }
        }

        if (job.Detail is not null)
        {
            place.Remove(job);
        }

        return job.Detail;
    }

    private bool RecordFailure(WaitedPlace place, BedrockRequestException failure)
    {
        var isTransient = place.RecordFailure(failure, Now);
        if (isTransient && !place.IsInOutage)
        {
            place.IsInOutage = true;
            _messages.WriteOutage(failure);
        }

        return isTransient;
    }

    private void Fail(WaitedPlace place, IReadOnlyList<WaitedJob> jobs, BedrockRequestException failure)
    {
        var failed = new List<WaitedJob>();
        foreach (var job in jobs)
        {
            place.Remove(job);
            if (job.IsFound || job.Search.PlaceCount == 1)
            {
                failed.Add(job);
            }
            else
            {
                job.Search.AddFailure(place.Place.Name, failure);
                WriteFailures(job);
            }
        }

        if (failed.Count > 0)
        {
            _messages.WriteFailure(failed, failure);
        }
    }

    private void WriteFailures(WaitedJob job)
    {
        foreach (var failure in job.Search.Failures)
        {
            _messages.WriteFailure([job], failure);
        }
    }

    private void WriteTimeouts()
    {
        // If nothing is known of a job that might be in several places, that is one error, or none if another place has
        // the job.
        var told = new HashSet<JobSearch>();
        foreach (var place in _places)
        {
            foreach (var job in place.Pending)
            {
                if (job.IsFound || (!job.Search.IsFound && told.Add(job.Search)))
                {
                    _messages.WriteTimeout(place.Place, job);
                }
            }
        }
    }

    // Waits until the next poll is due, the time limit is reached, or a slow request has ended.
    private void Pause()
    {
        if (Pending.Any())
        {
            var requests = _places.SelectMany(place => place.Requests).ToList();
            WaitFor(
                requests.Count > 0 ? Task.WhenAny(requests) : new TaskCompletionSource().Task,
                _settings.Timeout <= _nextPoll ? _settings.Timeout.Value : _nextPoll);
        }
    }

    private void WaitFor(Task task, TimeSpan until)
    {
        var left = until - Now;
        if (!task.IsCompleted && left > TimeSpan.Zero)
        {
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            var delay = Task.Delay(left < LongestDelay ? left : LongestDelay, _run.Time, awake.Token);
            _run.Pipeline.WaitFor(Task.WhenAny(task, delay), () => _messages.ShowProgress(Pending, _count));
            awake.Cancel();
        }
    }
}
