namespace BedrockJobs.Aws.Http;

/// <summary>What the requests of a command to one place have in common.</summary>
internal sealed class ConnectionContext
{
    // Credentials are kept between commands, and the AWS SDK asks them for a key without arguments. So the context of the
    // command that needs the key flows with the asynchronous work. All other code gets it as an argument.
    private static readonly AsyncLocal<ConnectionContext?> Flow = new();

    public static ConnectionContext Current => Flow.Value!;

    /// <summary>Prompts the user for the code of an MFA device; null if the session can't prompt.</summary>
    public Func<string, Task<string>>? AskForCode { get; init; }

    /// <summary>Shows a text as the progress of the command while the task runs.</summary>
    public Action<string, Task>? ShowWhile { get; init; }

    public required Transport Transport { get; init; }

    public required ConfiguredSettings Configured { get; init; }

    /// <summary>What the requests have sent that no message may repeat.</summary>
    public SentSecrets Secrets { get; } = new();

    /// <summary>The data that the places of the command share.</summary>
    public required CommandScope Scope { get; init; }

    /// <summary>
    /// Canceled when the command has ended or the user stops it. Work that was started for the command ends too.
    /// </summary>
    public CancellationToken Ended { get; init; }

    /// <summary>Sets this context for the rest of the calling method.</summary>
    public void Enter() => Flow.Value = this;
}
