using System;
using System.Collections.Generic;
using System.Threading;

namespace BedrockJobs.Service;

/// <summary>
/// What the user and the session say about identity, Region and endpoint; null where it is left to the environment.
/// </summary>
internal sealed class ConnectionSettings
{
    public string? Region { get; set; }

    /// <summary>The first of the Regions that the command asks.</summary>
    public string? FirstRegion { get; set; }

    public string? ProfileName { get; set; }

    /// <summary>The shared credentials file to read in place of the usual one.</summary>
    public string? ProfileLocation { get; set; }

    /// <summary>Gives the key that the user passed; asked again for each request, as a key may be renewed.</summary>
    public Func<AccessKey>? Credential { get; set; }

    public string? EndpointUrl { get; set; }

    /// <summary>Gives the key of <c>$StoredAWSCredentials</c>, the session default of AWS Tools for PowerShell.</summary>
    public Func<AccessKey>? StoredCredential { get; set; }

    /// <summary><c>$StoredAWSRegion</c>, the session default of AWS Tools for PowerShell.</summary>
    public string? StoredRegion { get; set; }

    /// <summary>Whether a request that fails is not repeated.</summary>
    public bool WithoutRetries { get; set; }

    /// <summary>
    /// What was chosen, and where each choice came from, for <c>-Debug</c>. Connecting notes it here, as far as it comes.
    /// </summary>
    public List<string> Choices { get; } = [];

    /// <summary>The command that asks: what must not outlive it is kept by this.</summary>
    public object? Command { get; set; }

    /// <summary>Cancelled when the command has ended or the user stops it.</summary>
    public CancellationToken Ended { get; set; }

    /// <summary>
    /// Asks the user for the code that a multi-factor device shows, given the device's serial number; may be called on
    /// any thread.
    /// </summary>
    public Func<string, string>? AskForCode { get; set; }

    /// <summary>
    /// The same settings, to connect as the next command would: what the targets of a command share, such as the files as they
    /// were read, is looked up anew.
    /// </summary>
    public ConnectionSettings Anew()
    {
        var copy = (ConnectionSettings)MemberwiseClone();
        copy.Command = new object();
        return copy;
    }
}
