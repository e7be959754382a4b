using System;
using System.Threading;

namespace BedrockJobs.Aws.Identity;

/// <summary>
/// Who can be asked for the code of a multi-factor device. Credentials are kept from one command to the next, but each
/// command has a user of its own, so who that is goes with the flow of its work rather than with the credentials.
/// </summary>
internal static class MfaCode
{
    private static readonly AsyncLocal<Func<string, string>?> Asker = new();

    /// <summary>Has the work that follows ask here.</summary>
    public static void AskBy(Func<string, string>? asker) => Asker.Value = asker;

    /// <summary>Asks for the code of a device.</summary>
    /// <exception cref="BedrockRequestException">There is nobody to ask.</exception>
    public static string Of(string device) => Asker.Value is { } ask
        ? ask(device)
        : throw new BedrockRequestException(BedrockErrorId.CredentialsNotFound, SR.CredentialsSubject, SR.NobodyToAsk);
}
