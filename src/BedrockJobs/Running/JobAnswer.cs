namespace BedrockJobs.Running;

/// <summary>The result of the request for a job in one place: the job or the failure.</summary>
internal sealed class JobAnswer
{
    public JobAnswer(string jobIdentifier, Connection connection)
    {
        JobIdentifier = jobIdentifier;
        Connection = connection;
    }

    /// <summary>The name or ARN that was requested.</summary>
    public string JobIdentifier { get; }

    public Connection Connection { get; }

    /// <summary>The connection; null for none.</summary>
    public IBedrockService? Service { get; set; }

    /// <summary>The job; null if the request failed.</summary>
    public CustomizationJobDetail? Job { get; set; }

    /// <summary>The failure; null if the request succeeded.</summary>
    public BedrockRequestException? Failure { get; set; }

    /// <summary>How long the request took.</summary>
    public TimeSpan Elapsed { get; set; }
}
