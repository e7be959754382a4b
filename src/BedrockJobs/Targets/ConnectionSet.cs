using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>A command's connections: one for each Region and profile, whichever jobs are asked for there.</summary>
internal sealed class ConnectionSet : IDisposable
{
    private readonly Func<ConnectionSettings, Connection> _start;
    private readonly Dictionary<(string? Region, string? ProfileName), Connection> _connections = [];

    /// <param name="start">Sets out to connect; by default to the service.</param>
    public ConnectionSet(Func<ConnectionSettings, Connection>? start = null)
    {
        _start = start ?? Connection.Start;
    }

    /// <summary>The connection, begun where it is not there yet.</summary>
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

    /// <summary>Closes the connections, those that are still on their way when they come.</summary>
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
