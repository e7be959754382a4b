using System.Runtime.CompilerServices;

namespace BedrockJobs.Input;

/// <summary>Objects that represent jobs, for parameters that take job identifiers as text.</summary>
/// <remarks>
/// If PowerShell converted an object to text, its other properties, such as the profile that can access the job, would
/// be lost. Therefore each object gets its own string instance, and its properties are found by that instance, not by
/// its characters. They are kept as long as the string.
/// </remarks>
internal static class JobObjects
{
    private static readonly ConditionalWeakTable<string, KnownJob> Known = new();

    /// <summary>
    /// Returns the identifier of the job that an object represents; null if it doesn't represent a job.
    /// </summary>
    public static string? ToText(PSObject candidate)
    {
        // The names are those of the parameter and its aliases, as in PowerShell's property binding.
        var identifier = Text(candidate, "JobArn") ?? Text(candidate, "Arn") ?? Text(candidate, "JobIdentifier");
        if (identifier is null)
        {
            return null;
        }

        var text = new string(identifier.ToCharArray());
        Known.Add(text, new KnownJob
        {
            JobName = Text(candidate, nameof(KnownJob.JobName)),
            BaseModelId = Text(candidate, nameof(KnownJob.BaseModelId)),
            Status = Text(candidate, nameof(KnownJob.Status)),
            CreationTime = Value(candidate, nameof(KnownJob.CreationTime)) as DateTime?,
            EndTime = Value(candidate, nameof(KnownJob.EndTime)) as DateTime?,
            ProfileName = Text(candidate, nameof(KnownJob.ProfileName)),
        });
        return text;
    }

    /// <summary>
    /// Returns the properties of the object that the string was created for; null for any other string, even with the
    /// same characters.
    /// </summary>
    public static KnownJob? BehindText(string text) => Known.TryGetValue(text, out var known) ? known : null;

    // An empty column of a table is treated as no value.
    private static string? Text(PSObject candidate, string property) =>
        Value(candidate, property)?.ToString() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject candidate, string property) =>
        candidate.Properties[property]?.Value is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
