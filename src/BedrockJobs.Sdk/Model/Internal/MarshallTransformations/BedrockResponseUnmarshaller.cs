using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>
/// Reads a response of the service: the body of a success response, or the exception for an error response.
/// </summary>
public abstract class BedrockResponseUnmarshaller<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly StructureUnmarshaller<TResponse>? _body;

    /// <summary>Reads successes with this unmarshaller; null if they have no members.</summary>
    private protected BedrockResponseUnmarshaller(StructureUnmarshaller<TResponse>? body) => _body = body;

    /// <summary>Reads the body of a success.</summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (_body is null)
        {
            return new TResponse();
        }

        var reader = new StreamingUtf8JsonReader(input.Stream);
        return _body.Unmarshall(input, ref reader);
    }

    /// <summary>Reads an error.</summary>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return BedrockExceptionFactory.Create(error);
    }
}
