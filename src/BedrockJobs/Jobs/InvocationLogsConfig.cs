namespace BedrockJobs;

/// <summary>A model invocation log that is used as training data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogsConfig.html">InvocationLogsConfig</see>.
/// </remarks>
public sealed class InvocationLogsConfig
{
    /// <summary>The location of the log.</summary>
    public InvocationLogSource? InvocationLogSource { get; internal set; }

    /// <summary>
    /// Whether the logged responses are used in addition to the prompts; null if the service doesn't return it.
    /// </summary>
    public bool? UsePromptResponse { get; internal set; }

    /// <summary>The filters for the invocations to use, by their metadata; null for all invocations.</summary>
    public RequestMetadataFilters? RequestMetadataFilters { get; internal set; }

    /// <summary>Returns the location of the log and its filters as text.</summary>
    public override string ToString() => new MemberText()
        .Add(InvocationLogSource)
        .Add(nameof(UsePromptResponse), UsePromptResponse)
        .Add(RequestMetadataFilters)
        .ToString();
}
