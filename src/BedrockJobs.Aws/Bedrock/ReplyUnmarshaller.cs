using System.Text.Json;
using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads the responses of an operation instead of the AWS SDK.</summary>
internal sealed class ReplyUnmarshaller<T> : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse
{
    /// <summary>Reads the body of a success response.</summary>
    /// <exception cref="JsonException">The body isn't valid according to the API.</exception>
    public delegate T Reader(ReadOnlySpan<byte> body);

    private readonly Reader _read;
    private readonly Func<T, string?> _lacking;

    /// <param name="read">Reads the body of a success response.</param>
    /// <param name="lacking">
    /// Returns the API names of required members that are missing; null if none is missing. Empty if the response has
    /// no required members, so that only an error in it shows that it isn't a response to the request.
    /// </param>
    public ReplyUnmarshaller(Reader read, Func<T, string?> lacking)
    {
        _read = read;
        _lacking = lacking;
    }

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reply = input.ResponseData;
        var requestId = reply.GetHeaderValue("x-amzn-RequestId");
        try
        {
            var response = Unmarshall((JsonUnmarshallerContext)input);
            response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
            return response;
        }
        catch (Exception unreadable) when (unreadable is not AmazonServiceException)
        {
            // The SDK retries after this exception.
            throw new AmazonUnmarshallingException(requestId, lastKnownLocation: null, unreadable, reply.StatusCode);
        }
    }

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var body = BodyOf(input);
        var response = _read(body.Body);
        if (_lacking(response) is { } lacking)
        {
            if (NamedError.In(body.Body) is { IsAny: true } error)
            {
                throw ErrorReply.InSuccess(input.ResponseData, error);
            }

            if (lacking.Length > 0)
            {
                throw new JsonException(string.Format(CultureInfo.CurrentCulture, SR.MissingDetailMembers, lacking));
            }
        }

        body.Release();
        return response;
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ErrorReply.Read(input.ResponseData, BodyOf(input).Body, innerException);
    }

    // The SDK wraps the stream if it validates the checksum of a response, or logs it.
    private static BufferedReply BodyOf(JsonUnmarshallerContext input)
    {
        if (input.Stream is BufferedReply body)
        {
            return body;
        }

        using var copy = new MemoryStream();
        input.Stream.CopyTo(copy);
        return new BufferedReply(copy.GetBuffer(), (int)copy.Length);
    }
}
