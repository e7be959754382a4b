namespace BedrockJobs.Running;

/// <summary>A Region with a profile, and the connection to it that all requests of a command share.</summary>
internal sealed class Place : IDisposable
{
    private readonly Func<ConnectionSettings, Task<IBedrockService>> _connect;
    private readonly List<Task<IBedrockService>> _connections = [];
    private bool _isOutdated;
    private bool _isDisposed;

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
    public bool IsTold { get; set; }

    /// <summary>The name in messages: the Region, and the profile if one was specified.</summary>
    public string Name => First?.Name ?? SR.RegionSubject;

    /// <summary>The URL that requests go to; null before the connection is made.</summary>
    public string? Endpoint => First?.Endpoint;

    /// <summary>The Region of the jobs, as it was chosen; the specified one before the connection is made.</summary>
    public string? Region => First?.Region ?? Settings.Region;

    /// <summary>Whether the identity can get a new key when its key has expired.</summary>
    public bool CanRenewKey => First?.CanRenewKey ?? false;

    /// <summary>Whether the latest connection can't be made.</summary>
    public bool HasFailed => _connections.Count > 0 && _connections[^1] is { IsFaulted: true } or { IsCanceled: true };

    private IBedrockService? First =>
        _connections.Count > 0 && _connections[0].IsCompletedSuccessfully ? _connections[0].Result : null;

    /// <summary>
    /// The connection, which starts at the first call. It fails with a <see cref="BedrockRequestException"/> if it can't be
    /// made.
    /// </summary>
    public Task<IBedrockService> ConnectAsync()
    {
        lock (_connections)
        {
            if (_connections.Count == 0)
            {
                _connections.Add(_connect(Settings));
            }
            else if (_isOutdated)
            {
                // As the next command would connect: what the places of a command share, such as the contents of the files, is
                // read again. Earlier connections stay, because a pending request might still use them.
                _isOutdated = false;
                _connections.Add(_connect(Settings with { Command = new object(), Choices = [] }));
            }

            return _connections[^1];
        }
    }

    /// <summary>Makes the next request choose the credentials again.</summary>
    public void Reconnect()
    {
        lock (_connections)
        {
            _isOutdated = true;
        }
    }

    /// <summary>Closes the connections. One that isn't ready is closed when it is.</summary>
    public void Dispose()
    {
        lock (_connections)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _connections.ForEach(connection => connection.ContinueWith(
                    static made => made.Result.Dispose(),
                    default,
                    TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default));
            }
        }
    }
}
