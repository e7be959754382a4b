using System;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace BedrockJobs.Targets;

/// <summary>Objects that stand for jobs, where a parameter takes the jobs' identifiers as text.</summary>
/// <remarks>
/// PowerShell can make text of an object, but then the text is all that a cmdlet gets, and what else the object says,
/// such as the profile that reaches the job, is gone. So each object gets a text of its own, and what it says is looked up
/// by that text, not by its letters. It is kept for as long as the text is.
/// </remarks>
internal static class JobObjects
{
    private static readonly ConditionalWeakTable<string, KnownJob> Known = new();

    /// <summary>The identifier of the job that an object stands for; null for an object that stands for none.</summary>
    public static string? ToText(PSObject candidate)
    {
        // By the parameter's name and aliases, as PowerShell binds properties.
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

    /// <summary>What the object said that the text was made for; null for any other text, with the same letters or not.</summary>
    public static KnownJob? BehindText(string text) => Known.TryGetValue(text, out var known) ? known : null;

    // An empty column of a table means no value.
    private static string? Text(PSObject candidate, string property) =>
        Value(candidate, property)?.ToString() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject candidate, string property) =>
        candidate.Properties[property]?.Value is { } value ? PSObject.AsPSObject(value).BaseObject : null;
}
