namespace BedrockJobs.Service;

/// <summary>
/// The identity, Region, and endpoint that the user and the session specify. A value is null if the environment
/// determines it.
/// </summary>
internal sealed class ConnectionSettings
{
    public string? Region { get; set; }

    /// <summary>Whether the Region is that of a job's ARN, and the user specified none.</summary>
    public bool IsRegionFromArn { get; set; }

    /// <summary>The first Region of the command.</summary>
    public string? FirstRegion { get; set; }

    public string? ProfileName { get; set; }

    /// <summary>The shared credentials file to use instead of the default file.</summary>
    public string? ProfileLocation { get; set; }

    /// <summary>
    /// Returns the key that the user specified. It's called for each request, because a key might be renewed.
    /// </summary>
    public Func<AccessKey>? Credential { get; set; }

    public string? EndpointUrl { get; set; }

    /// <summary>
    /// Returns the key of <c>$StoredAWSCredentials</c>, the session default of AWS Tools for PowerShell.
    /// </summary>
    public Func<AccessKey>? StoredCredential { get; set; }

    /// <summary><c>$StoredAWSRegion</c>, the session default of AWS Tools for PowerShell.</summary>
    public string? StoredRegion { get; set; }

    /// <summary>Whether failed requests aren't retried.</summary>
    public bool WithoutRetries { get; set; }

    /// <summary>The choices that were made while connecting, with the source of each, for <c>-Debug</c>.</summary>
    public List<string> Choices { get; } = [];

    /// <summary>The command that connects. It's the key of everything that must not outlive the command.</summary>
    public object? Command { get; set; }

    /// <summary>Canceled when the command has ended or the user stops it.</summary>
    public CancellationToken Ended { get; set; }

    /// <summary>
    /// Prompts the user for the code of an MFA device, given the serial number of the device. It can be called on any
    /// thread.
    /// </summary>
    public Func<string, Task<string>>? AskForCode { get; set; }

    /// <summary>
    /// Returns the same settings for a connection that is made as the next command would make it: data that the targets
    /// of a command share, such as the contents of the files, is read again.
    /// </summary>
    public ConnectionSettings Anew()
    {
        var copy = (ConnectionSettings)MemberwiseClone();
        copy.Command = new object();
        return copy;
    }
}
