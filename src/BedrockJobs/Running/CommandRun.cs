namespace BedrockJobs.Running;

/// <summary>
/// One run of a command. It carries every request: it connects to each place once, limits the concurrent requests, measures
/// and cancels them, and turns what is unforeseen into a failure.
/// </summary>
internal sealed class CommandRun : IDisposable
{
    private readonly SemaphoreSlim _throttle;
    private readonly TaskScheduler _scheduler;
    private readonly Func<ConnectionSettings, Task<IBedrockService>> _connect;
    private readonly Dictionary<(string? Region, string? ProfileName, string? ProfileLocation, string? EndpointUrl), Place> _places = [];

    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    public CommandRun(
        IPipeline pipeline,
        int throttleLimit,
        CancellationToken stopping,
        Func<ConnectionSettings, Task<IBedrockService>>? connect = null,
        TimeProvider? time = null,
        TaskScheduler? scheduler = null)
    {
        Pipeline = pipeline;
        ThrottleLimit = throttleLimit;
        Stopping = stopping;
        Time = time ?? TimeProvider.System;
        _throttle = new SemaphoreSlim(throttleLimit);
        _scheduler = scheduler ?? TaskScheduler.Default;
        _connect = connect ?? (static settings => IsolatedService.Factory.ConnectAsync(settings));
    }

    public IPipeline Pipeline { get; }

    public int ThrottleLimit { get; }

    public TimeProvider Time { get; }

    /// <summary>Canceled when the command has ended or the user stops it.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Returns the place for these settings.</summary>
    public Place PlaceOf(ConnectionSettings settings)
    {
        var key = (settings.Region, settings.ProfileName, settings.ProfileLocation, settings.EndpointUrl);
        if (!_places.TryGetValue(key, out var place))
        {
            _places[key] = place = new Place(settings, made => StartAsync(() => ConnectAsync(made)));
        }

        return place;
    }

    /// <summary>Waits for the connection to a place, and writes for <c>-Debug</c> what was chosen. Call it on the pipeline thread.</summary>
    /// <exception cref="BedrockRequestException">The connection can't be made.</exception>
    public void Connect(Place place)
    {
        var connection = place.ConnectAsync();
        Pipeline.WaitFor(connection);
        WriteChoices(place);
        connection.GetAwaiter().GetResult();
    }

    /// <summary>Writes for <c>-Debug</c> which identity, Region, and endpoint were chosen for a place, once.</summary>
    public void WriteChoices(Place place)
    {
        if (!place.AreChoicesWritten)
        {
            place.AreChoicesWritten = true;
            foreach (var choice in place.Settings.Choices)
            {
                Pipeline.WriteDebug(choice);
            }
        }
    }

    /// <summary>
    /// Sends a request to a place when it's its turn. Turns are given in the order of the calls, after the connection is made. Everything runs off the
    /// pipeline thread, because the SDK does much work before its first await.
    /// </summary>
    /// <returns>The reply, and how long the request took after its turn came.</returns>
    /// <exception cref="BedrockRequestException">The request failed.</exception>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public Task<TimedReply<T>> SendAsync<T>(
        Place place, Func<string, Operation> operation, Func<IBedrockService, CancellationToken, Task<T>> send, CancellationToken stopping)
    {
        // A place that is still connecting takes no turn: a sign-in can take minutes, and the other places continue.
        var connection = place.ConnectAsync();
        var turn = connection.ContinueWith(
            _ => _throttle.WaitAsync(stopping),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default).Unwrap();
        return StartAsync(async () =>
        {
            await turn.ConfigureAwait(false);
            try
            {
                var service = await connection.ConfigureAwait(false);
                var start = Time.GetTimestamp();
                var reply = await send(service, stopping).ConfigureAwait(false);
                return new TimedReply<T>(reply, Time.GetElapsedTime(start));
            }
            catch (Exception exception) when (exception is not (BedrockRequestException or OperationCanceledException))
            {
                throw UnexpectedFailure.From(exception, operation(place.Name));
            }
            finally
            {
                _throttle.Release();
            }
        });
    }

    /// <inheritdoc cref="SendAsync"/>
    public Task<TimedReply<CustomizationJobDetail>> GetJobAsync(Place place, string jobIdentifier, CancellationToken stopping) => SendAsync(
        place, name => Operation.Get(jobIdentifier, name), (service, token) => service.GetJobAsync(jobIdentifier, token), stopping);

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        foreach (var place in _places.Values)
        {
            place.Dispose();
        }

        // The semaphore isn't disposed: a request that is being canceled might still use it, and it holds no resources to
        // release.
    }

    private async Task<IBedrockService> ConnectAsync(ConnectionSettings settings)
    {
        try
        {
            return await _connect(settings).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (BedrockRequestException or OperationCanceledException))
        {
            throw UnexpectedFailure.From(exception, SR.RegionSubject);
        }
    }

    private Task<T> StartAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _scheduler).Unwrap();
}

/// <summary>A reply, and how long the request took.</summary>
internal sealed record TimedReply<T>(T Value, TimeSpan Elapsed);
