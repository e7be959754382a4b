using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Http;

/// <summary>
/// Makes all clients of the AWS SDK retry after HTTP 408, which a proxy might return, as they do after HTTP 503.
/// </summary>
internal sealed class RequestTimeoutRetrying : IRuntimePipelineCustomizer
{
    public string UniqueName => nameof(RequestTimeoutRetrying);

    /// <summary>Call this before creating a client. Calling it again has no effect.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new RequestTimeoutRetrying());

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        foreach (var handler in pipeline.Handlers.OfType<RetryHandler>())
        {
            handler.RetryPolicy.HttpStatusCodesToRetryOn.Add(HttpStatusCode.RequestTimeout);
        }
    }
}
