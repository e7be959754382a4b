using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>An error response of Amazon Bedrock. Services that provide keys have errors with the same names.</summary>
internal sealed class BedrockErrorException(
    string message, Exception? cause, string? code, string? requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, cause, ErrorType.Unknown, code, requestId, statusCode);

/// <summary>Reads an error response of any content type.</summary>
internal static class ErrorReply
{
    /// <param name="cause">The exception of the AWS SDK, which contains how long the service asks to wait.</param>
    public static BedrockErrorException Read(IWebResponseData reply, ReadOnlySpan<byte> body, Exception? cause)
    {
        var error = NamedError.In(body);
        var code = error.Code ?? NamedError.ShortName(reply.GetHeaderValue("x-amzn-ErrorType"));
        var message = reply.GetHeaderValue("x-amzn-error-message") is { Length: > 0 } told ? told : error.Message;
        return Exception(message ?? WithoutMessage(reply.StatusCode, code, body), code, reply, cause);
    }

    /// <summary>Creates the exception for a success response that contains an error.</summary>
    public static BedrockErrorException InSuccess(IWebResponseData reply, NamedError error) => Exception(
        SR.ErrorInSuccess.With(error.Message ?? error.Code),
        error.Code,
        reply,
        cause: null);

    /// <summary>The AWS request ID; null if the response has none.</summary>
    public static string? RequestId(IWebResponseData reply) => reply.GetHeaderValue("x-amzn-RequestId") is { Length: > 0 } id ? id : null;

    private static BedrockErrorException Exception(string message, string? code, IWebResponseData reply, Exception? cause) =>
        new(message, cause, code, RequestId(reply), reply.StatusCode);

    // Every AWS error has a code. An error without a code comes from a proxy or a load balancer.
    private static string WithoutMessage(HttpStatusCode status, string? code, ReadOnlySpan<byte> body)
    {
        if (code is not null)
        {
            return SR.ErrorWithoutMessage.With((int)status);
        }

        // ErrorTranslator shortens the text, after it has removed secrets from it.
        var text = Encoding.UTF8.GetString(body).Trim();
        return text.Length == 0
            ? SR.ErrorWithoutBody.With((int)status, status)
            : SR.ErrorWithoutCode.With((int)status, status, text);
    }
}
