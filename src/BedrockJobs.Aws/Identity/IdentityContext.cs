using System;
using System.Threading;
using BedrockJobs.Aws.Http;
using BedrockJobs.Aws.Profiles;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// For whom a key is got: what that takes beside the credentials themselves. Credentials are kept from one command to the
/// next, and the SDK makes clients of its own accord, so this goes with the flow of the work rather than with them.
/// </summary>
internal sealed class IdentityContext
{
    private static readonly AsyncLocal<IdentityContext?> Flow = new();

    /// <summary>Whose work this is; null outside any.</summary>
    public static IdentityContext? Current => Flow.Value;

    /// <summary>The name of the profile in use; null where there is none.</summary>
    public static string? ProfileName => Current?.Profile?.Name;

    /// <summary>Asks the user for the code of a multi-factor device; null where nobody can be asked.</summary>
    public Func<string, string>? AskForCode { get; init; }

    /// <summary>The profile in use, which may say where the services that hand out keys are; null where there is none.</summary>
    public AwsProfile? Profile { get; init; }

    /// <summary>The files that the profile is from; null where they can't be read.</summary>
    public ProfileSet? Profiles { get; init; }

    /// <summary>The connections to use; null for those that the environment alone describes.</summary>
    public Transport? Transport { get; init; }

    /// <summary>The settings of the environment and of the profile in use.</summary>
    public required ConfiguredSettings Configured { get; init; }

    /// <summary>What the requests have sent that no message may repeat.</summary>
    public SentSecrets Secrets { get; } = new();

    /// <summary>What the targets of the command share.</summary>
    public required CommandScope Scope { get; init; }

    /// <summary>Cancelled when the command has ended or the user stops it. What was begun for it ends then.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>Makes the work that follows in this method its own.</summary>
    public void Enter() => Flow.Value = this;

    /// <summary>Asks for the code of a device.</summary>
    /// <exception cref="BedrockRequestException">There is nobody to ask.</exception>
    public static string CodeOf(string device) => Current?.AskForCode is { } ask
        ? ask(device)
        : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.NobodyToAsk);
}
