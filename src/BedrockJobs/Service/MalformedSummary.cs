namespace BedrockJobs.Service;

/// <summary>A summary that doesn't contain all members that the API requires.</summary>
internal sealed class MalformedSummary
{
    public MalformedSummary(string? identifier, string missingMembers)
    {
        Identifier = identifier;
        MissingMembers = missingMembers;
    }

    /// <summary>The ARN or name of the job, if the summary contains one.</summary>
    public string? Identifier { get; }

    /// <summary>The API names of the missing members, separated by commas.</summary>
    public string MissingMembers { get; }
}
