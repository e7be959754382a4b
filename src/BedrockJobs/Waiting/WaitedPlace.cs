namespace BedrockJobs.Waiting;

/// <summary>
/// A place and the jobs that are waited for there. Everything except the requests runs on the pipeline thread.
/// </summary>
internal sealed class WaitedPlace
{
    /// <summary>
    /// The longest time that a response can delay the next poll, so that no response can stop a wait for good.
    /// </summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(15);

    private readonly CommandRun _run;
    private readonly List<WaitedJob> _jobs;
    private TimeSpan _notBefore;
    private bool _hasSucceeded;
    private bool _hasFailed;
    private bool _hasAnswered;

    public WaitedPlace(CommandRun run, Place place, IEnumerable<WaitedJob> jobs)
    {
        _run = run;
        Place = place;
        _jobs = [.. jobs.DistinctBy(job => job.RequestIdentifier, StringComparer.Ordinal)];
    }

    public Place Place { get; }

    /// <summary>The jobs that are still waited for, in the order in which the user specified them.</summary>
    public IReadOnlyList<WaitedJob> Pending => _jobs;

    /// <summary>The current poll; null for none.</summary>
    public Task<Poll>? Poll { get; private set; }

    /// <summary>Whether requests have failed in a way that might be transient, and the user was told.</summary>
    public bool IsInOutage { get; set; }

    /// <summary>Whether all requests since the last poll began have succeeded.</summary>
    public bool HasRecovered => IsInOutage && _hasSucceeded && !_hasFailed && !Requests.Any();

    /// <summary>The pending requests.</summary>
    public IEnumerable<Task> Requests =>
        _jobs.Select(job => (Task?)job.Fetch).Append(Poll).OfType<Task>();

    /// <summary>
    /// Whether a request for details has failed or is slow. Further requests for details wait for the next poll.
    /// </summary>
    private bool IsFaltering { get; set; }

    /// <summary>
    /// Starts a poll, unless one is pending, all jobs are known to have ended, or a response has asked to wait longer.
    /// </summary>
    public void StartPoll(TimeSpan now, bool isLast, CancellationToken stopping)
    {
        if (Poll is not null || (now < _notBefore && !isLast))
        {
            return;
        }

        IsFaltering = _hasFailed = _hasSucceeded = false;
        if (_jobs.Exists(job => !job.IsEnded))
        {
            Poll = Waiting.Poll.RunAsync(_run, Place, _jobs.Where(job => !job.IsEnded), stopping);
        }
    }

    /// <summary>Returns the completed poll.</summary>
    public Poll TakePoll()
    {
        var poll = Poll!;
        Poll = null;
        return poll.GetAwaiter().GetResult();
    }

    /// <summary>Starts to read the details of a job, unless that request is pending.</summary>
    public void StartFetch(WaitedJob job, TimeSpan now, CancellationToken stopping)
    {
        if (job.Fetch is null && job.Detail is null && !IsFaltering)
        {
            job.FetchStart = now;
            job.Fetch = _run.GetJobAsync(Place, job.RequestIdentifier, stopping);
        }
    }

    /// <summary>Stops waiting for a job.</summary>
    public void Remove(WaitedJob job) => _jobs.Remove(job);

    /// <summary>Records that a request for details has failed or is slow.</summary>
    public void RecordDelay() => IsFaltering = true;

    /// <summary>Records that the place has returned what was requested.</summary>
    public void RecordAnswer() => _hasAnswered = true;

    /// <summary>Records that a request has succeeded.</summary>
    public void RecordSuccess() => _hasSucceeded = _hasAnswered = true;

    /// <summary>Records that a request has failed.</summary>
    /// <returns>Whether the failure might be transient.</returns>
    public bool RecordFailure(BedrockRequestException failure, TimeSpan now)
    {
        if (failure.RetryAfter is { } wait)
        {
            var until = now + (wait < LongestRetryAfter ? wait : LongestRetryAfter);
            _notBefore = until > _notBefore ? until : _notBefore;
            IsFaltering = true;
        }

        if (Place.HasFailed || failure.ErrorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound)
        {
            Place.Reconnect();
        }

        var isTransient = TransientErrors.MightPassInTime(failure.ErrorId, Place.CanRenewKey, _hasAnswered);
        _hasFailed |= isTransient;
        return isTransient;
    }
}
