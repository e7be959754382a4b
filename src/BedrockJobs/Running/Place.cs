namespace BedrockJobs.Running;

/// <summary>A Region with a profile, and the connection to it that all requests of a command share.</summary>
internal sealed class Place : IDisposable
{
    private readonly Func<ConnectionSettings, Task<IBedrockService>> _connect;
    private readonly CancellationTokenSource _disposed = new();
    private volatile Task<IBedrockService>? _first;
    private volatile Task<IBedrockService>? _latest;
    private bool _isOutdated;

    public Place(ConnectionSettings settings, Func<ConnectionSettings, Task<IBedrockService>> connect)
    {
        Settings = settings;
        _connect = connect;
    }

    /// <summary>
    /// The settings of the connection. When it's made, they also contain the choices that were made, for <c>-Debug</c>.
    /// </summary>
    public ConnectionSettings Settings { get; }

    /// <summary>Whether the choices were written.</summary>
    public bool AreChoicesWritten { get; set; }

    /// <summary>The name in messages: the Region, and the profile if one was specified.</summary>
    public string Name => First?.Name ?? SR.RegionSubject;

    /// <summary>The URL that requests go to; null before the connection is made.</summary>
    public string? Endpoint => First?.Endpoint;

    /// <summary>The Region of the jobs, as it was chosen; the specified one before the connection is made.</summary>
    public string? Region => First?.Region ?? Settings.Region;

    /// <summary>Whether the identity can get a new key when its key has expired.</summary>
    public bool CanRenewKey => First?.CanRenewKey ?? false;

    /// <summary>Whether the latest connection can't be made.</summary>
    public bool HasFailed => _latest is { IsFaulted: true } or { IsCanceled: true };

    private IBedrockService? First => _first is { IsCompletedSuccessfully: true } made ? made.Result : null;

    /// <summary>
    /// The connection, which starts at the first call. It fails with a <see cref="BedrockRequestException"/> if it can't be
    /// made.
    /// </summary>
    public Task<IBedrockService> ConnectAsync()
    {
        lock (_disposed)
        {
            if (_disposed.IsCancellationRequested)
            {
                return Task.FromCanceled<IBedrockService>(_disposed.Token);
            }

            if (_latest is null || _isOutdated)
            {
                // A new connection is made as the next command would make it: what the places of a command share, such as the
                // contents of the files, is read again.
                _latest = _connect(_first is null ? Settings : Settings with { Command = new object(), Choices = [] });
                _first ??= _latest;
                _isOutdated = false;
                CloseAtTheEnd(_latest);
            }

            return _latest;
        }
    }

    /// <summary>Makes the next request choose the credentials again.</summary>
    public void Reconnect()
    {
        lock (_disposed)
        {
            _isOutdated = true;
        }
    }

    /// <summary>Closes the connections. One that isn't ready is closed when it is.</summary>
    public void Dispose()
    {
        lock (_disposed)
        {
            _disposed.Cancel();
        }
    }

    // Earlier connections stay open too, because a pending request might still use them.
    private void CloseAtTheEnd(Task<IBedrockService> connection) => connection.ContinueWith(
        made => _disposed.Token.Register(made.Result.Dispose),
        default,
        TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
