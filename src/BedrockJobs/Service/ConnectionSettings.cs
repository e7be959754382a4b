namespace BedrockJobs.Service;

/// <summary>
/// The identity, Region, and endpoint that the user and the session specify. A value is null if the environment
/// determines it.
/// </summary>
internal sealed record ConnectionSettings
{
    public string? Region { get; init; }

    /// <summary>Whether the Region is that of a job's ARN, and the user specified none.</summary>
    public bool IsRegionFromArn { get; init; }

    /// <summary>The first Region of the command.</summary>
    public string? FirstRegion { get; init; }

    public string? ProfileName { get; init; }

    /// <summary>The shared credentials file to use instead of the default file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>
    /// Returns the key that the user specified. It's called for each request, because a key might be renewed.
    /// </summary>
    public Func<AccessKey>? Credential { get; init; }

    public string? EndpointUrl { get; init; }

    /// <summary>
    /// Returns the key of <c>$StoredAWSCredentials</c>, the session default of AWS Tools for PowerShell.
    /// </summary>
    public Func<AccessKey>? StoredCredential { get; init; }

    /// <summary><c>$StoredAWSRegion</c>, the session default of AWS Tools for PowerShell.</summary>
    public string? StoredRegion { get; init; }

    /// <summary>Whether failed requests aren't retried.</summary>
    public bool WithoutRetries { get; init; }

    /// <summary>The choices that were made while connecting, with the source of each, for <c>-Debug</c>.</summary>
    public List<string> Choices { get; init; } = [];

    /// <summary>The command that connects. It's the key of everything that must not outlive the command.</summary>
    public object? Command { get; init; }

    /// <summary>Canceled when the command has ended or the user stops it.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>
    /// Prompts the user for the code of an MFA device, given the serial number of the device. You can call it on any thread.
    /// </summary>
    public Func<string, Task<string>>? AskForCode { get; init; }

    /// <summary>
    /// Shows a text as the progress of the command while the task runs, if it takes long. You can call it on any thread.
    /// </summary>
    public Action<string, Task>? ShowWhile { get; init; }
}
