using System;

namespace BedrockJobs;

/// <summary>The status of one part of a model-customization job. Times are local.</summary>
/// <remarks>
/// Follows the API's
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ValidationDetails.html">ValidationDetails</see>
/// and its siblings, which are alike.
/// </remarks>
public sealed class CustomizationJobSubtask
{
    /// <summary>
    /// <c>NotStarted</c>, <c>InProgress</c>, <c>Completed</c>, <c>Failed</c>, <c>Stopping</c> or <c>Stopped</c>.
    /// </summary>
    public string? Status { get; internal set; }

    /// <summary>When the part started.</summary>
    public DateTime? CreationTime { get; internal set; }

    /// <summary>When the part last changed.</summary>
    public DateTime? LastModifiedTime { get; internal set; }

    /// <summary>The part's status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
