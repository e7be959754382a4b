namespace BedrockJobs;

/// <summary>The training data: objects in Amazon S3, or a model invocation log.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TrainingDataConfig.html">TrainingDataConfig</see>.
/// </remarks>
public sealed class TrainingDataConfig : OutputObject
{
    /// <summary>The location in Amazon S3; null for an invocation log.</summary>
    public string? S3Uri { get; internal set; }

    /// <summary>The invocation log and its filters; null for data in Amazon S3.</summary>
    public InvocationLogsConfig? InvocationLogsConfig { get; internal set; }
}

/// <summary>A model invocation log that is used as training data.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogsConfig.html">InvocationLogsConfig</see>.
/// </remarks>
public sealed class InvocationLogsConfig : OutputObject
{
    /// <summary>The location of the log.</summary>
    public InvocationLogSource? InvocationLogSource { get; internal set; }

    /// <summary>
    /// Whether the logged responses are used in addition to the prompts; null if the service doesn't return it.
    /// </summary>
    public bool? UsePromptResponse { get; internal set; }

    /// <summary>The filters for the invocations to use, by their metadata; null for all invocations.</summary>
    public RequestMetadataFilters? RequestMetadataFilters { get; internal set; }
}

/// <summary>The location of a model invocation log.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InvocationLogSource.html">InvocationLogSource</see>.
/// </remarks>
public sealed class InvocationLogSource : OutputObject
{
    /// <summary>The location in Amazon S3.</summary>
    public string? S3Uri { get; internal set; }
}

/// <summary>The filters for the invocations of a log, by their metadata. Only one of the properties is set.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataFilters.html">RequestMetadataFilters</see>.
/// </remarks>
public sealed class RequestMetadataFilters : OutputObject
{
    /// <summary>The metadata that an invocation must have.</summary>
    public new OutputDictionary Equals { get; internal set; } = [];

    /// <summary>The metadata that an invocation must not have.</summary>
    public OutputDictionary NotEquals { get; internal set; } = [];

    /// <summary>The filters that must all match.</summary>
    public OutputList<RequestMetadataBaseFilters> AndAll { get; internal set; } = [];

    /// <summary>The filters of which one must match.</summary>
    public OutputList<RequestMetadataBaseFilters> OrAll { get; internal set; } = [];
}

/// <summary>One of several filters for the metadata of an invocation.</summary>
/// <remarks>
/// Follows <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RequestMetadataBaseFilters.html">RequestMetadataBaseFilters</see>.
/// </remarks>
public sealed class RequestMetadataBaseFilters : OutputObject
{
    /// <summary>The metadata that an invocation must have.</summary>
    public new OutputDictionary Equals { get; internal set; } = [];

    /// <summary>The metadata that an invocation must not have.</summary>
    public OutputDictionary NotEquals { get; internal set; } = [];
}
