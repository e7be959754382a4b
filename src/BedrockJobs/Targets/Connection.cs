using System;
using System.Threading;
using System.Threading.Tasks;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>A connection on its way, or made, or failed.</summary>
internal sealed class Connection
{
    private Connection(ConnectionSettings settings, Task<IBedrockService> service)
    {
        Settings = settings;
        Service = service;
    }

    /// <summary>What was asked for. When <see cref="Service"/> has ended it also holds what was chosen, for <c>-Debug</c>.</summary>
    public ConnectionSettings Settings { get; }

    /// <summary>The connection; a <see cref="BedrockRequestException"/> where there is none to be had.</summary>
    public Task<IBedrockService> Service { get; }

    /// <summary>Sets out to connect to Amazon Bedrock.</summary>
    public static Connection Start(ConnectionSettings settings) =>
        Start(settings, static asked => IsolatedService.Factory.Connect(asked));

    /// <summary>Sets out to connect.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="connect">Connects.</param>
    /// <remarks>
    /// Off the pipeline thread, since the first connection loads the SDK; and not on threads of the pool, which a connection
    /// blocks while it waits for a key that comes by way of that pool.
    /// </remarks>
    public static Connection Start(ConnectionSettings settings, Func<ConnectionSettings, IBedrockService> connect) => new(
        settings,
        Task.Factory.StartNew(
            () => Connect(settings, connect), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    private static IBedrockService Connect(ConnectionSettings settings, Func<ConnectionSettings, IBedrockService> connect)
    {
        try
        {
            return connect(settings);
        }
        catch (Exception exception) when (exception is not BedrockRequestException)
        {
            throw UnexpectedFailure.Of(exception, SR.RegionSubject);
        }
    }
}
