namespace BedrockJobs;

/// <summary>A log of model invocations that serves as training data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogsConfig.html">InvocationLogsConfig</see>.
/// </remarks>
public sealed class InvocationLogsConfig
{
    /// <summary>Where the log is.</summary>
    public InvocationLogSource? InvocationLogSource { get; internal set; }

    /// <summary>Whether the logged responses are used beside the prompts; null where the service does not tell.</summary>
    public bool? UsePromptResponse { get; internal set; }

    /// <summary>Which invocations are used, by their metadata; null for all.</summary>
    public RequestMetadataFilters? RequestMetadataFilters { get; internal set; }

    /// <summary>Where the log is, and what is used of it.</summary>
    public override string ToString() => new MemberText()
        .Add(InvocationLogSource)
        .Add(nameof(UsePromptResponse), UsePromptResponse)
        .Add(RequestMetadataFilters)
        .ToString();
}
