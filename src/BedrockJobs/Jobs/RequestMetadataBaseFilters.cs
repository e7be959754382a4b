using System.Collections.Specialized;

namespace BedrockJobs;

/// <summary>One of several filters for the metadata of an invocation.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataBaseFilters.html">RequestMetadataBaseFilters</see>.
/// </remarks>
public sealed class RequestMetadataBaseFilters
{
    /// <summary>The metadata that an invocation must have.</summary>
    public new OrderedDictionary Equals { get; internal set; } = [];

    /// <summary>The metadata that an invocation must not have.</summary>
    public OrderedDictionary NotEquals { get; internal set; } = [];

    /// <summary>Returns the filter as text, such as <c>Equals(team=search)</c>.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(Equals), Equals)
        .Add(nameof(NotEquals), NotEquals)
        .ToString();
}
