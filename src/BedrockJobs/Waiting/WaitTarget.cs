using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Waiting;

/// <summary>
/// One connection and the jobs that are waited for over it. All but the requests happens on the reader's thread.
/// </summary>
internal sealed class WaitTarget : IDisposable
{
    private readonly IBedrockService _service;
    private readonly Func<Task<IBedrockService>> _connect;
    private readonly List<WaitedJob> _jobs;
    private readonly List<IBedrockService> _laterServices = [];
    private Task<IBedrockService>? _connection;
    private bool _hasSucceeded;
    private bool _hasFailed;
    private bool _isDisposed;

    /// <param name="service">The connection; not disposed with this.</param>
    /// <param name="connect">Connects anew, once the key of the connection is used up; that is disposed with this.</param>
    /// <param name="jobs">The jobs to wait for.</param>
    public WaitTarget(IBedrockService service, Func<Task<IBedrockService>> connect, IEnumerable<WaitedJob> jobs)
    {
        _service = service;
        _connect = connect;
        _jobs = [.. jobs];
        _connection = Task.FromResult(service);
    }

    /// <summary>How messages name the target.</summary>
    public string Name => _service.Name;

    /// <summary>The address that requests go to.</summary>
    public string Endpoint => _service.Endpoint;

    /// <summary>The jobs that are still waited for, in the order in which they were given.</summary>
    public IReadOnlyList<WaitedJob> Pending => _jobs;

    /// <summary>The poll that is on its way; null for none.</summary>
    public Task<PollResult>? Poll { get; private set; }

    /// <summary>Whether requests have failed, in a way that may pass, and none has succeeded since.</summary>
    public bool IsInTrouble { get; private set; }

    /// <summary>
    /// Whether a request for details has failed or takes long. What else there is to ask then waits for the next poll.
    /// </summary>
    public bool IsFaltering { get; private set; }

    /// <summary>What is on its way.</summary>
    public IEnumerable<Task> Requests =>
        _jobs.Select(job => (Task?)job.Fetch).Concat([Poll]).Where(request => request is not null)!;

    /// <summary>Begins a poll, unless one is on its way still or every job is known to have ended.</summary>
    public void StartPoll(SemaphoreSlim throttle, TaskScheduler scheduler, CancellationToken stopping)
    {
        if (Poll is not null)
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

    /// <summary>Takes what the poll has learned, once it has ended.</summary>
    public PollResult TakePoll()
    {
        var poll = Poll!;
        Poll = null;
        return poll.GetAwaiter().GetResult();
    }

    /// <summary>Begins to read the details of a job, unless that is under way already.</summary>
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
                when (RequestFailure.Of(exception, OperationSubject.Of(OperationName.GetJob, job.Identifier, Name)) is { } failure)
            {
                throw failure;
            }
            finally
            {
                throttle.Release();
            }
        }
    }

    /// <summary>Waits for a job no longer.</summary>
    public void Settle(WaitedJob job) => _jobs.Remove(job);

    /// <summary>A request for details takes long.</summary>
    public void NoteDelay() => IsFaltering = true;

    /// <summary>A request has succeeded.</summary>
    public void NoteSuccess() => _hasSucceeded = true;

    /// <summary>A request has failed.</summary>
    /// <returns>Whether the failure may pass.</returns>
    public bool NoteFailure(BedrockRequestException exception)
    {
        if (exception.ErrorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsNotFound)
        {
            // The next request chooses the credentials anew, as the next command would.
            _connection = null;
        }

        var mayPass = PassingFailure.Is(exception.ErrorId, _service.CanRenewKey);
        _hasFailed |= mayPass;
        return mayPass;
    }

    /// <summary>Finds out whether trouble has begun.</summary>
    public bool HasTroubleBegun()
    {
        var hasBegun = _hasFailed && !IsInTrouble;
        IsInTrouble |= _hasFailed;
        return hasBegun;
    }

    /// <summary>Finds out whether trouble is over: since the last poll began all has succeeded.</summary>
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

    // Those in use before are disposed with the target: a request may be on its way over them.
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

    // Off the reader's thread from the start: the SDK does a good deal before it first awaits.
    private static Task<T> Start<T>(Func<Task<T>> request, TaskScheduler scheduler, CancellationToken stopping) =>
        Task.Factory.StartNew(request, stopping, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
}
