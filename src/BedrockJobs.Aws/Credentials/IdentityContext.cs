namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The context in which a key is requested. Credentials are kept between commands, and the SDK creates clients by
/// itself, so the context flows with the asynchronous work rather than with the credentials.
/// </summary>
internal sealed class IdentityContext
{
    private static readonly AsyncLocal<IdentityContext?> Flow = new();

    /// <summary>The context of the current work; null for none.</summary>
    public static IdentityContext? Current => Flow.Value;

    /// <summary>The name of the profile in use; null for none.</summary>
    public static string? ProfileName => Current?.Profile?.Name;

    /// <summary>Prompts the user for the code of an MFA device; null if the session can't prompt.</summary>
    public Func<string, Task<string>>? AskForCode { get; init; }

    /// <summary>The profile in use, which can specify the endpoints of the identity services; null for none.</summary>
    public AwsProfile? Profile { get; init; }

    /// <summary>The files that contain the profile; null if they can't be read.</summary>
    public ProfileSet? Profiles { get; init; }

    /// <summary>The connections to use; null for those that the environment alone specifies.</summary>
    public Transport? Transport { get; init; }

    /// <summary>The connections of the current work.</summary>
    public static Transport CurrentTransport =>
        Current?.Transport ?? Transport.For(CaBundle.Choose(() => default), ProxyVariables.Read());

    /// <summary>The settings of the environment and of the profile in use.</summary>
    public required ConfiguredSettings Configured { get; init; }

    /// <summary>What the requests have sent that no message may repeat.</summary>
    public SentSecrets Secrets { get; } = new();

    /// <summary>The data that the targets of the command share.</summary>
    public required CommandScope Scope { get; init; }

    /// <summary>
    /// Canceled when the command has ended or the user stops it. Work that was started for the command ends too.
    /// </summary>
    public CancellationToken Ended { get; init; }

    /// <summary>Sets this context for the rest of the calling method.</summary>
    public void Enter() => Flow.Value = this;

    /// <summary>Prompts for the code of an MFA device.</summary>
    /// <exception cref="BedrockRequestException">The session can't prompt.</exception>
    public static string CodeOf(string device) => Current?.AskForCode is { } ask
        ? ask(device).GetAwaiter().GetResult()
        : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.NobodyToAsk);
}
