namespace BedrockJobs.Waiting;

/// <summary>
/// One connection and the jobs that are waited for over it. Everything except the requests runs on the reader's thread.
/// </summary>
internal sealed class WaitTarget : IDisposable
{
    /// <summary>
    /// The longest time that a response can delay the next poll, so that no response can stop a wait for good.
    /// </summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(15);

    private readonly IBedrockService _service;
    private readonly Func<Task<IBedrockService>> _connect;
    private readonly List<WaitedJob> _jobs;
    private readonly List<IBedrockService> _laterServices = [];
    private Task<IBedrockService>? _connection;
    private TimeSpan _notBefore;
    private bool _hasSucceeded;
    private bool _hasFailed;
    private bool _isDisposed;

    /// <param name="service">The connection. It isn't disposed with this object.</param>
    /// <param name="connect">
    /// Creates a new connection when the key of the current one can't be used anymore. The new connection is disposed
    /// with this object.
    /// </param>
    /// <param name="jobs">The jobs to wait for.</param>
    public WaitTarget(IBedrockService service, Func<Task<IBedrockService>> connect, IEnumerable<WaitedJob> jobs)
    {
        _service = service;
        _connect = connect;
        _jobs = [.. jobs];
        _connection = Task.FromResult(service);
    }

    /// <summary>The name of the target in messages.</summary>
    public string Name => _service.Name;

    /// <summary>The URL that requests go to.</summary>
    public string Endpoint => _service.Endpoint;

    /// <summary>The jobs that are still waited for, in the order in which the user specified them.</summary>
    public IReadOnlyList<WaitedJob> Pending => _jobs;

    /// <summary>The current poll; null for none.</summary>
    public Task<PollResult>? Poll { get; private set; }

    /// <summary>Whether requests have failed in a way that might be transient, and none has succeeded since.</summary>
    public bool IsInTrouble { get; private set; }

    /// <summary>
    /// Whether a request for details has failed or is slow. Further requests for details wait for the next poll.
    /// </summary>
    public bool IsFaltering { get; private set; }

    /// <summary>The pending requests.</summary>
    public IEnumerable<Task> Requests =>
        _jobs.Select(job => (Task?)job.Fetch).Concat([Poll]).Where(request => request is not null)!;

    /// <summary>
    /// Starts a poll, unless one is pending, all jobs are known to have ended, or a response has asked to wait longer.
    /// </summary>
    public void StartPoll(
        TimeSpan now, bool isLast, SemaphoreSlim throttle, TaskScheduler scheduler, CancellationToken stopping)
    {
        if (Poll is not null || (now < _notBefore && !isLast))
        {
            return;
        }

        IsFaltering = _hasFailed = _hasSucceeded = false;
        if (_jobs.Any(job => !job.IsEnded))
        {
            var poll = new JobPoll(Connection(), _jobs.Where(job => !job.IsEnded), throttle, stopping);
            Poll = Start(poll.RunAsync, scheduler, stopping);
        }
    }

    /// <summary>Returns the result of the completed poll.</summary>
    public PollResult TakePoll()
    {
        var poll = Poll!;
        Poll = null;
        return poll.GetAwaiter().GetResult();
    }

    /// <summary>Starts to read the details of a job, unless that request is pending.</summary>
    public void StartFetch(
        WaitedJob job, TimeSpan now, SemaphoreSlim throttle, TaskScheduler scheduler, CancellationToken stopping)
    {
        if (job.Fetch is not null || job.Detail is not null || IsFaltering)
        {
            return;
        }

        var connection = Connection();
        job.FetchStart = now;
        job.Fetch = Start(FetchAsync, scheduler, stopping);

        async Task<CustomizationJobDetail> FetchAsync()
        {
            await throttle.WaitAsync(stopping).ConfigureAwait(false);
            try
            {
                var service = await connection.ConfigureAwait(false);
                return await service.GetJobAsync(job.JobArn ?? job.Identifier, stopping).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (RequestFailure.Of(exception, Operation.Get(job.Identifier, Name)) is { } failure)
            {
                throw failure;
            }
            finally
            {
                throttle.Release();
            }
        }
    }

    /// <summary>Stops waiting for a job.</summary>
    public void Settle(WaitedJob job) => _jobs.Remove(job);

    /// <summary>Records that a request for details is slow.</summary>
    public void NoteDelay() => IsFaltering = true;

    /// <summary>Records that a request has succeeded.</summary>
    public void NoteSuccess() => _hasSucceeded = true;

    /// <summary>Records that a request has failed.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Whether the failure might be transient.</returns>
    public bool NoteFailure(BedrockRequestException exception, TimeSpan now)
    {
        if (exception.RetryAfter is { } wait)
        {
            var until = now + (wait < LongestRetryAfter ? wait : LongestRetryAfter);
            _notBefore = until > _notBefore ? until : _notBefore;
            IsFaltering = true;
        }

        if (exception.ErrorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound)
        {
            // The next request chooses the credentials again, as the next command would.
            _connection = null;
        }

        var mayPass = PassingFailure.Is(exception.ErrorId, _service.CanRenewKey);
        _hasFailed |= mayPass;
        return mayPass;
    }

    /// <summary>Determines whether requests have begun to fail.</summary>
    public bool HasTroubleBegun()
    {
        var hasBegun = _hasFailed && !IsInTrouble;
        IsInTrouble |= _hasFailed;
        return hasBegun;
    }

    /// <summary>
    /// Determines whether requests succeed again: all requests since the last poll began have succeeded.
    /// </summary>
    public bool HasTroubleEnded()
    {
        var hasEnded = IsInTrouble && _hasSucceeded && !_hasFailed && !Requests.Any();
        IsInTrouble &= !hasEnded;
        return hasEnded;
    }

    public void Dispose()
    {
        lock (_laterServices)
        {
            _isDisposed = true;
            _laterServices.ForEach(service => service.Dispose());
        }
    }

    // Previous connections are disposed with the target, because a pending request might still use them.
    private Task<IBedrockService> Connection()
    {
        if (_connection is { IsFaulted: true } or { IsCanceled: true })
        {
            _connection = null;
        }

        return _connection ??= ConnectAsync();

        async Task<IBedrockService> ConnectAsync()
        {
            var service = await _connect().ConfigureAwait(false);
            lock (_laterServices)
            {
                _laterServices.Add(service);
                if (_isDisposed)
                {
                    service.Dispose();
                }
            }

            return service;
        }
    }

    // Runs off the reader's thread from the start: the SDK does much work before its first await.
    private static Task<T> Start<T>(Func<Task<T>> request, TaskScheduler scheduler, CancellationToken stopping) =>
        Task.Factory.StartNew(request, stopping, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
}
