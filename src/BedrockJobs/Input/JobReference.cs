namespace BedrockJobs.Input;

/// <summary>A job that a user specifies by name, by ARN, or by an object that represents it.</summary>
internal sealed class JobReference
{
    private JobReference(string identifier, KnownJob? known)
    {
        Identifier = identifier;
        Known = known;
        Region = Arn.Parse(identifier).Region is { Length: > 0 } region ? region : null;
    }

    /// <summary>The name or ARN, as the API accepts it.</summary>
    public string Identifier { get; }

    /// <summary>The Region in the ARN; null for a name, which can exist in any Region.</summary>
    public string? Region { get; }

    /// <summary>The properties of the object; null if the user specified text.</summary>
    public KnownJob? Known { get; }

    /// <param name="identifier">
    /// An argument of <c>-JobIdentifier</c>. It must be the same string instance that was bound.
    /// </param>
    public static JobReference Of(string identifier) => new(identifier, JobObjects.BehindText(identifier));
}
