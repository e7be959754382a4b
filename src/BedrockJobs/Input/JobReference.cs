using System.Runtime.CompilerServices;

namespace BedrockJobs.Input;

/// <summary>A job that a user specifies by name, by ARN, or by an object that represents it.</summary>
/// <remarks>
/// An object is a listed job, a listed job after Export-Clixml or remoting, or a table row with the ARN of a job. If
/// PowerShell converted it to text, its other properties, such as the profile that can access the job, would be lost.
/// Therefore each object gets its own string instance, and its properties are found by that instance, not by its characters.
/// They are kept as long as the string. A missing property is null.
/// </remarks>
internal sealed record JobReference(string Identifier)
{
    private static readonly ConditionalWeakTable<string, JobReference> OfObjects = [];

    /// <summary>The Region in the ARN; null for a name, which can exist in any Region.</summary>
    public string? Region { get; } = Arn.Parse(Identifier).Region is { Length: > 0 } region ? region : null;

    public string? JobName { get; private init; }

    public string? BaseModelId { get; private init; }

    /// <summary>The status when the object was created. The job's status might have changed since.</summary>
    public string? Status { get; private init; }

    public DateTime? CreationTime { get; private init; }

    public DateTime? EndTime { get; private init; }

    /// <summary>The profile that the job was listed with; null if none was specified.</summary>
    public string? ProfileName { get; private init; }

    /// <summary>The listed job; null for an object without all properties of one, which is used only for its ARN.</summary>
    public CustomizationJob? Listed =>
        Region is not null && JobName is not null && Status is not null && CreationTime is { } created
            ? new CustomizationJob
            {
                JobArn = Identifier,
                JobName = JobName,
                Status = Status,
                CreationTime = created,
                EndTime = EndTime,
                ProfileName = ProfileName,
            }
            : null;

    /// <summary>
    /// Returns the reference for an argument of <c>-JobIdentifier</c>. It must be the same string instance that was bound.
    /// </summary>
    public static JobReference Of(string identifier) => OfObjects.TryGetValue(identifier, out var known) ? known : new(identifier);

    /// <summary>
    /// Returns the identifier of the job that an object represents; null if it doesn't represent a job.
    /// </summary>
    public static string? TextOf(PSObject candidate)
    {
        // The names are those of the parameter and its aliases, as in PowerShell's property binding. A table can contain
        // only the names of jobs.
        if ((Text("JobArn") ?? Text("Arn") ?? Text("JobIdentifier") ?? Text(nameof(JobName))) is not { } identifier)
        {
            return null;
        }

        var text = new string(identifier.AsSpan());
        OfObjects.Add(text, new JobReference(text)
        {
            JobName = Text(nameof(JobName)),
            BaseModelId = Text(nameof(BaseModelId)),
            Status = Text(nameof(Status)),
            CreationTime = Value(nameof(CreationTime)) as DateTime?,
            EndTime = Value(nameof(EndTime)) as DateTime?,
            ProfileName = Text(nameof(ProfileName)),
        });
        return text;

        // An empty column of a table is treated as no value.
        string? Text(string property) => Value(property)?.ToString() is { Length: > 0 } found ? found : null;

        object? Value(string property) =>
            candidate.Properties[property]?.Value is { } value ? PSObject.AsPSObject(value).BaseObject : null;
    }
}

/// <summary>A job, and where to look for it.</summary>
/// <param name="Places">Each place that might have the job, in the order in which the user specified them.</param>
internal sealed record RequestedJob(JobReference Job, IReadOnlyList<ConnectionSettings> Places);
