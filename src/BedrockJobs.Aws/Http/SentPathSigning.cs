using System;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Http;

/// <summary>Has every client of the AWS SDK sign with <see cref="SentPathSigner"/>.</summary>
internal sealed class SentPathSigning : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => nameof(SentPathSigning);

    /// <summary>To be called before a client is made; again does no harm.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new SentPathSigning());

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.ReplaceHandler<Signer>(new SentPathSigner());
    }
}
