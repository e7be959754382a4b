namespace Amazon.Bedrock;

/// <summary>The base class of all requests to Amazon Bedrock.</summary>
public class AmazonBedrockRequest : AmazonWebServiceRequest
{
}
