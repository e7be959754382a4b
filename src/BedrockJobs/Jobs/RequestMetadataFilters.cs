using System.Collections.Specialized;

namespace BedrockJobs;

/// <summary>The filters for the invocations of a log, by their metadata. Only one of the properties is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataFilters.html">RequestMetadataFilters</see>.
/// </remarks>
public sealed class RequestMetadataFilters
{
    /// <summary>The metadata that an invocation must have.</summary>
    public new OrderedDictionary Equals { get; internal set; } = [];

    /// <summary>The metadata that an invocation must not have.</summary>
    public OrderedDictionary NotEquals { get; internal set; } = [];

    /// <summary>The filters that must all match.</summary>
    public IReadOnlyList<RequestMetadataBaseFilters> AndAll { get; internal set; } = [];

    /// <summary>The filters of which one must match.</summary>
    public IReadOnlyList<RequestMetadataBaseFilters> OrAll { get; internal set; } = [];

    /// <summary>Returns the filters as text, such as <c>Equals(team=search)</c>.</summary>
    public override string ToString() => new MemberText()
        .Add(nameof(Equals), Equals)
        .Add(nameof(NotEquals), NotEquals)
        .Add(nameof(AndAll), AndAll)
        .Add(nameof(OrAll), OrAll)
        .ToString();
}
