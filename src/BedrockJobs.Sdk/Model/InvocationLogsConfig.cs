namespace Amazon.Bedrock.Model;

/// <summary>The invocation logs that a job trains on.</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogsConfig.html"/>
public class InvocationLogsConfig
{
    /// <summary>Whether the logged answers are trained on too, or the prompts alone.</summary>
    public bool? UsePromptResponse { get; set; }

    /// <summary>Where the logs are.</summary>
    public InvocationLogSource? InvocationLogSource { get; set; }

    /// <summary>Which of the logs are used.</summary>
    public RequestMetadataFilters? RequestMetadataFilters { get; set; }
}
