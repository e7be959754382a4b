using System;
using BedrockJobs.Service;

namespace BedrockJobs.Targets;

/// <summary>What came of asking one place for a job: the job, or why it did not come.</summary>
internal sealed class JobAnswer
{
    public JobAnswer(string jobIdentifier, Connection connection)
    {
        JobIdentifier = jobIdentifier;
        Connection = connection;
    }

    /// <summary>What was asked for.</summary>
    public string JobIdentifier { get; }

    public Connection Connection { get; }

    /// <summary>The connection, where there is one.</summary>
    public IBedrockService? Service { get; set; }

    /// <summary>The job; null after a failure.</summary>
    public CustomizationJobDetail? Job { get; set; }

    /// <summary>The failure; null where the job came.</summary>
    public BedrockRequestException? Failure { get; set; }

    /// <summary>How long the reply took.</summary>
    public TimeSpan Elapsed { get; set; }
}
