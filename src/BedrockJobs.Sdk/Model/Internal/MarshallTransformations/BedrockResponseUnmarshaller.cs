using System;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a reply of the service: the body of a success, or the exception that an error stands for.</summary>
public abstract class BedrockResponseUnmarshaller<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    // A page of 1,000 jobs has about 700 KB. Core's default of 4 KB would read it in many more pieces.
    private const int BufferSize = 16 * 1024;

    private readonly StructureUnmarshaller<TResponse> _body;

    /// <summary>Reads successes with this unmarshaller.</summary>
    private protected BedrockResponseUnmarshaller(StructureUnmarshaller<TResponse> body) => _body = body;

    /// <summary>Whether a success may come without a body.</summary>
    private protected virtual bool BodyIsOptional => false;

    /// <summary>Reads the body of a success.</summary>
    /// <exception cref="JsonException">
    /// The body is not a JSON object, or ends too early. Core makes an <see cref="AmazonUnmarshallingException"/> of
    /// it, and tries the request again.
    /// </exception>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reader = Reader(input);
        if (BodyIsOptional && reader.Reader.IsFinalBlock)
            return new TResponse();
        return _body.Unmarshall(input, ref reader)
            ?? throw new JsonException($"Expected an object for {typeof(TResponse).Name}, but found null.");
    }

    /// <summary>Reads an error.</summary>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reader = Reader(input);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return BedrockExceptionFactory.Create(error, input.ResponseBody);
    }

    private static StreamingUtf8JsonReader Reader(JsonUnmarshallerContext context) =>
        new(context.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? BufferSize, context.JsonMaxDepth);
}
