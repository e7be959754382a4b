using System.Text.Json;
using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Reads the responses of an operation instead of the AWS SDK.</summary>
internal sealed class ReplyUnmarshaller<T>(ReplyUnmarshaller<T>.Reader read) : JsonResponseUnmarshaller
{
    /// <summary>Reads the body of a success response.</summary>
    /// <param name="missing">
    /// The API names of required members that are missing; null if none is missing. Empty if the response has no
    /// required members, so that only an error in it shows that it isn't a response to the request.
    /// </param>
    /// <exception cref="JsonException">The body isn't valid according to the API.</exception>
    public delegate T Reader(ReadOnlySpan<byte> body, string? requestId, out string? missing);

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            return Unmarshall((JsonUnmarshallerContext)input);
        }
        catch (Exception unreadable) when (unreadable is not AmazonServiceException)
        {
            // The SDK retries after this exception.
            throw new AmazonUnmarshallingException(
                ErrorReply.RequestId(input.ResponseData), lastKnownLocation: null, unreadable, input.ResponseData.StatusCode);
        }
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var body = BodyOf(input);
        var value = read(body.Body, ErrorReply.RequestId(input.ResponseData), out var missing);
        if (missing is not null)
        {
            if (NamedError.In(body.Body) is { IsAny: true } error)
            {
                throw ErrorReply.InSuccess(input.ResponseData, error);
            }

            if (missing.Length > 0)
            {
                throw new JsonException(SR.MissingDetailMembers.With(missing));
            }
        }

        body.Release();
        return new Reply<T> { Value = value };
    }

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
