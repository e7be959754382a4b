using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Http;

/// <summary>Makes all clients of the AWS SDK sign with <see cref="SentPathSigner"/>.</summary>
internal sealed class SentPathSigning : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => nameof(SentPathSigning);

    /// <summary>Call this before creating a client. Calling it again has no effect.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new SentPathSigning());

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.ReplaceHandler<Signer>(new SentPathSigner());
    }
}
