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
        Start(settings, static asked => IsolatedService.Factory.ConnectAsync(asked));

    /// <summary>Starts to connect.</summary>
    /// <param name="settings">The settings of the connection.</param>
    /// <param name="connect">Creates the connection.</param>
    /// <remarks>It runs off the pipeline thread from the start, because the first connection loads the SDK.</remarks>
    public static Connection Start(ConnectionSettings settings, Func<ConnectionSettings, Task<IBedrockService>> connect) => new(
        settings,
        Task.Run(() => ConnectAsync(settings, connect)));

    private static async Task<IBedrockService> ConnectAsync(ConnectionSettings settings, Func<ConnectionSettings, Task<IBedrockService>> connect)
    {
        try
        {
            return await connect(settings).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not BedrockRequestException)
        {
            throw UnexpectedFailure.Of(exception, SR.RegionSubject);
        }
    }
}
