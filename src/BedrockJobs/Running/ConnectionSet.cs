namespace BedrockJobs.Running;

/// <summary>The connections of a command: one for each Region and profile, shared by all jobs there.</summary>
internal sealed class ConnectionSet : IDisposable
{
    private readonly Func<ConnectionSettings, Connection> _start;
    private readonly Dictionary<(string? Region, string? ProfileName), Connection> _connections = [];

    /// <param name="start">Starts to connect. The default connects to the service.</param>
    public ConnectionSet(Func<ConnectionSettings, Connection>? start = null)
    {
        _start = start ?? Connection.Start;
    }

    /// <summary>Returns the connection, and starts it if it doesn't exist yet.</summary>
    public Connection To(ConnectionSettings settings)
    {
        var key = (settings.Region, settings.ProfileName);
        if (!_connections.TryGetValue(key, out var connection))
        {
            connection = _start(settings);
            _connections.Add(key, connection);
        }

        return connection;
    }

    /// <summary>Closes the connections. Those that aren't ready are closed when they are.</summary>
    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Service.ContinueWith(
                static made => made.Result.Dispose(),
                default,
                TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
