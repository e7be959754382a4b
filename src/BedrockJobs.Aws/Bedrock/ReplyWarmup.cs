namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a small page once, in parallel to the first connection and request. The code that reads pages is then compiled
/// when the first response arrives.
/// </summary>
internal static class ReplyWarmup
{
    private static readonly Task Done = Task.Run(ReadSample);

    /// <summary>Starts the warmup. Calling it again has no effect.</summary>
    public static void Start() => _ = Done;

    private static void ReadSample() => _ = ListReply.Read(
        """
        {"modelCustomizationJobSummaries":[{"jobArn":"a","baseModelArn":"b","jobName":"n","status":"InProgress",
        "statusDetails":{"validationDetails":{"status":"Completed","creationTime":"2026-01-02T03:04:05Z"},
        "dataProcessingDetails":{"status":"Completed"},"trainingDetails":{"status":"InProgress"}},
        "creationTime":"2026-01-02T03:04:05.678Z","lastModifiedTime":"2026-01-02T03:04:05Z",
        "customizationType":"FINE_TUNING","unknown":1}],"nextToken":"t"}
        """u8,
        requestId: null,
        out _);
}
