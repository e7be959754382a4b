namespace BedrockJobs.Running;

/// <summary>A connection that is being made, is ready, or has failed.</summary>
internal sealed class Connection
{
    private Connection(ConnectionSettings settings, Task<IBedrockService> service)
    {
        Settings = settings;
        Service = service;
    }

    /// <summary>
    /// The settings of the connection. When <see cref="Service"/> has completed, they also contain the choices that
    /// were made, for <c>-Debug</c>.
    /// </summary>
    public ConnectionSettings Settings { get; }

    /// <summary>The connection; fails with a <see cref="BedrockRequestException"/> if it can't be made.</summary>
    public Task<IBedrockService> Service { get; }

    /// <summary>Starts to connect to Amazon Bedrock.</summary>
    public static Connection Start(ConnectionSettings settings) =>
        Start(settings, static asked => IsolatedService.Factory.Connect(asked));

    /// <summary>Starts to connect.</summary>
    /// <param name="settings">The settings of the connection.</param>
    /// <param name="connect">Creates the connection.</param>
    /// <remarks>
    /// It runs off the pipeline thread, because the first connection loads the SDK. It doesn't run on the thread pool,
    /// because it blocks while it waits for a key whose request uses the thread pool.
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
