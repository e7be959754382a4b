using System;
using System.Threading;
using Amazon.Runtime.CredentialManagement;

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

    /// <summary>Asks the user for the code of a multi-factor device; null where nobody can be asked.</summary>
    public Func<string, string>? AskForCode { get; init; }

    /// <summary>The profile in use, which may say where the services that hand out keys are; null where there is none.</summary>
    public CredentialProfile? Profile { get; init; }

    /// <summary>The credentials file that the user named; null for the usual one.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The command whose work it is; null where there is none.</summary>
    public object? Command { get; init; }

    /// <summary>Makes the work that follows in this method its own.</summary>
    public void Enter() => Flow.Value = this;

    /// <summary>Asks for the code of a device.</summary>
    /// <exception cref="BedrockRequestException">There is nobody to ask.</exception>
    public static string CodeOf(string device) => Current?.AskForCode is { } ask
        ? ask(device)
        : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.NobodyToAsk);
}
