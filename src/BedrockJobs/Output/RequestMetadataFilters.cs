using System.Collections.Generic;
using System.Collections.Specialized;

namespace BedrockJobs;

/// <summary>Which invocations of a log are used: those whose metadata fit. One of the members is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataFilters.html">RequestMetadataFilters</see>.
/// </remarks>
public sealed class RequestMetadataFilters
{
    /// <summary>Metadata that an invocation has.</summary>
    public new OrderedDictionary Equals { get; internal set; } = [];

    /// <summary>Metadata that an invocation does not have.</summary>
    public OrderedDictionary NotEquals { get; internal set; } = [];

    /// <summary>Filters that an invocation fits all of.</summary>
    public IReadOnlyList<RequestMetadataBaseFilters> AndAll { get; internal set; } = [];

    /// <summary>Filters that an invocation fits one of.</summary>
    public IReadOnlyList<RequestMetadataBaseFilters> OrAll { get; internal set; } = [];

    /// <summary>The filters, such as <c>Equals(team=search)</c>.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(Equals), Equals)
        .Add(nameof(NotEquals), NotEquals)
        .Add(nameof(AndAll), AndAll)
        .Add(nameof(OrAll), OrAll)
        .ToString();
}
