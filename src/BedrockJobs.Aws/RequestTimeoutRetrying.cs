using System;
using System.Linq;
using System.Net;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws;

/// <summary>Has every client of the AWS SDK try again after HTTP 408, as it does after a 503. A proxy on the way sends it.</summary>
internal sealed class RequestTimeoutRetrying : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => nameof(RequestTimeoutRetrying);

    /// <summary>To be called before a client is made; again does no harm.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new RequestTimeoutRetrying());

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        foreach (var handler in pipeline.Handlers.OfType<RetryHandler>())
        {
            handler.RetryPolicy.HttpStatusCodesToRetryOn.Add(HttpStatusCode.RequestTimeout);
        }
    }
}
