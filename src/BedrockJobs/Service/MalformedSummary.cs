namespace BedrockJobs.Service;

/// <summary>A summary that lacks members which the API promises.</summary>
internal sealed class MalformedSummary
{
    public MalformedSummary(string? identifier, string missingMembers)
    {
        Identifier = identifier;
        MissingMembers = missingMembers;
    }

    /// <summary>The job's ARN or name, where it has one.</summary>
    public string? Identifier { get; }

    /// <summary>The API's names of the missing members, separated by commas.</summary>
    public string MissingMembers { get; }
}
