namespace BedrockJobs.Targets;

/// <summary>A job that a user means: by its name, by its ARN, or by an object that stands for it.</summary>
internal sealed class JobReference
{
    private JobReference(string identifier, KnownJob? known)
    {
        Identifier = identifier;
        Known = known;
        Region = Arn.Parse(identifier).Region is { Length: > 0 } region ? region : null;
    }

    /// <summary>The name or the ARN, as the API takes it.</summary>
    public string Identifier { get; }

    /// <summary>The Region in the ARN; null for a name, which may be a job's in any Region.</summary>
    public string? Region { get; }

    /// <summary>What the object tells of the job; null where a text was given.</summary>
    public KnownJob? Known { get; }

    /// <param name="identifier">An argument of <c>-JobIdentifier</c>, the very object that was bound.</param>
    public static JobReference Of(string identifier) => new(identifier, JobObjects.BehindText(identifier));
}
