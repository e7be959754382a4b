using System.Collections.Specialized;

namespace BedrockJobs;

/// <summary>One of several filters by the metadata of an invocation.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataBaseFilters.html">RequestMetadataBaseFilters</see>.
/// </remarks>
public sealed class RequestMetadataBaseFilters
{
    /// <summary>Metadata that an invocation has.</summary>
    public new OrderedDictionary Equals { get; internal set; } = [];

    /// <summary>Metadata that an invocation does not have.</summary>
    public OrderedDictionary NotEquals { get; internal set; } = [];

    /// <summary>The filter, such as <c>Equals(team=search)</c>.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(Equals), Equals)
        .Add(nameof(NotEquals), NotEquals)
        .ToString();
}
