using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal;

/// <summary>The description of the service for the pipeline.</summary>
public class AmazonBedrockMetadata : IServiceMetadata
{
    /// <inheritdoc/>
    public string ServiceId => AmazonBedrockConfig.ServiceId;

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);
}
