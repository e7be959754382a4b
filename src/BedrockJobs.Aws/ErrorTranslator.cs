using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws;

/// <summary>Translates exceptions of the AWS SDK to the errors of this module.</summary>
internal static class ErrorTranslator
{
    private const string RetryAfterHeader = "Retry-After";

    private static readonly Dictionary<string, BedrockErrorId> ErrorCodes = new(StringComparer.Ordinal)
    {
        // Errors of the Bedrock API. BedrockService translates those that concern a job, because it knows whether a job
        // was requested.
        ["AccessDeniedException"] = BedrockErrorId.AccessDenied,
        ["ValidationException"] = BedrockErrorId.ValidationFailed,
        ["ThrottlingException"] = BedrockErrorId.Throttled,
        ["InternalServerException"] = BedrockErrorId.ServiceFault,

        // Errors of the layer in front of all AWS APIs. Some services omit "Exception" from the name.
        ["UnrecognizedClientException"] = BedrockErrorId.CredentialsRejected,
        ["InvalidSignatureException"] = BedrockErrorId.CredentialsRejected,
        ["SignatureDoesNotMatch"] = BedrockErrorId.CredentialsRejected,
        ["InvalidClientTokenId"] = BedrockErrorId.CredentialsRejected,
        ["InvalidAccessKeyId"] = BedrockErrorId.CredentialsRejected,
        ["IncompleteSignature"] = BedrockErrorId.CredentialsRejected,
        ["IncompleteSignatureException"] = BedrockErrorId.CredentialsRejected,
        ["MissingAuthenticationToken"] = BedrockErrorId.CredentialsRejected,
        ["MissingAuthenticationTokenException"] = BedrockErrorId.CredentialsRejected,
        ["RequestTimeTooSkewed"] = BedrockErrorId.CredentialsRejected,
        ["ExpiredToken"] = BedrockErrorId.CredentialsExpired,
        ["ExpiredTokenException"] = BedrockErrorId.CredentialsExpired,
        ["InvalidIdentityToken"] = BedrockErrorId.CredentialsRejected,
        ["InvalidIdentityTokenException"] = BedrockErrorId.CredentialsRejected,
        ["IDPRejectedClaim"] = BedrockErrorId.CredentialsRejected,
        ["IDPRejectedClaimException"] = BedrockErrorId.CredentialsRejected,
        ["TooManyRequestsException"] = BedrockErrorId.Throttled,

        // A service that returns AWS errors but isn't Amazon Bedrock.
        ["UnknownOperationException"] = BedrockErrorId.MalformedResponse,
    };

    /// <summary>
    /// The error for <paramref name="exception"/>; null for an exception that no request should throw.
    /// </summary>
    /// <param name="exception">The exception of the AWS SDK, except for a cancellation by the caller.</param>
    /// <param name="subject">The request that failed, for the message.</param>
    public static BedrockRequestException? Translate(Exception exception, string subject)
    {
        var causes = Chain(exception).ToList();
        if (causes.Any(cause => cause is OperationCanceledException or TimeoutException))
        {
            return new BedrockRequestException(BedrockErrorId.RequestTimedOut, subject, detail: null);
        }

        // A file that a profile or the environment specifies, such as a web identity token file.
        if (causes.FirstOrDefault(cause => cause is FileNotFoundException or DirectoryNotFoundException) is { } missingFile)
        {
            return new BedrockRequestException(BedrockErrorId.CredentialsNotFound, subject, missingFile.Message);
        }

        // This module's own exception, from a prompt.
        if (causes.OfType<BedrockRequestException>().FirstOrDefault() is { } own)
        {
            return own;
        }

        if (causes.OfType<RefusedReplyException>().FirstOrDefault() is { } refused)
        {
            return FromReply(
                BedrockErrorId.MalformedResponse, subject, refused.Message, refused.RequestId, refused.StatusCode, errorCode: null);
        }

        // Checked before the response, because the SDK reports an incomplete response as one that it can't read.
        if (causes.FirstOrDefault(IsConnectionFailure) is { } connectionFailure)
        {
            return new BedrockRequestException(
                BedrockErrorId.ConnectionFailed, subject, connectionFailure.Message, innerException: connectionFailure);
        }

        return exception switch
        {
            AmazonUnmarshallingException unreadable => Malformed(unreadable, subject),
            AmazonServiceException { StatusCode: not 0 } reply => KindOfReply(reply) is { } kind
                ? FromReply(reply, subject, kind)
                : Malformed(reply, subject),
            // A service that provides keys rejected the request, for this key or for the key that the request needs.
            AmazonClientException when causes.OfType<AmazonServiceException>().LastOrDefault(reply => reply.StatusCode != 0)
                is { } refusal => Translate(refusal, subject),
            AmazonClientException unsigned => WithoutCredentials(unsigned, subject),
            _ => null,
        };
    }

    /// <summary>Creates an error of the specified kind from the response in <paramref name="exception"/>.</summary>
    /// <remarks>
    /// The exception itself isn't kept: its information is here, and AWS's description of a rejected signature quotes
    /// the request with its session token.
    /// </remarks>
    public static BedrockRequestException FromReply(AmazonServiceException exception, string subject, BedrockErrorId errorId)
    {
        var failure = FromReply(
            errorId, subject, ReplyText.Of(exception.Message), RequestId(exception), exception.StatusCode, exception.ErrorCode);
        failure.RetryAfter = RetryAfter(exception);
        return failure;
    }

    // All text of a response passes through here, because any part of it can quote the request and its secrets.
    private static BedrockRequestException FromReply(
        BedrockErrorId errorId, string subject, string detail, string? requestId, HttpStatusCode statusCode, string? errorCode) => new(
        errorId,
        subject,
        SentSecrets.Hide(detail),
        SentSecrets.Hide(requestId),
        (int)statusCode,
        SentSecrets.Hide(errorCode));

    /// <summary>The kind of failure that the response represents; null if the response isn't valid.</summary>
    public static BedrockErrorId? KindOfReply(AmazonServiceException exception)
    {
        if (exception.ErrorCode is { } code && ErrorCodes.TryGetValue(code, out var known))
        {
            return known;
        }

        return exception.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => BedrockErrorId.Throttled,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => BedrockErrorId.AccessDenied,
            HttpStatusCode.RequestTimeout => BedrockErrorId.RequestTimedOut,
            >= HttpStatusCode.InternalServerError => BedrockErrorId.ServiceFault,

            // An unknown error with a name comes from the service. An error without a name comes from somewhere else.
            >= HttpStatusCode.BadRequest when IsNamed(exception) => BedrockErrorId.ValidationFailed,
            _ => null,
        };
    }

    // If the response contains no error name, the SDK uses the HTTP status instead.
    private static bool IsNamed(AmazonServiceException exception) =>
        !string.IsNullOrEmpty(exception.ErrorCode)
        && exception.ErrorCode != exception.StatusCode.ToString();

    private static BedrockRequestException Malformed(AmazonServiceException reply, string subject) => FromReply(
        BedrockErrorId.MalformedResponse,
        subject,
        $"HTTP {(int)reply.StatusCode}, {ReplyText.Of((reply as AmazonUnmarshallingException)?.InnerException?.Message ?? reply.Message)}",
        RequestId(reply),
        reply.StatusCode,
        errorCode: null);

    // No request was sent because there were no credentials. The message of the SDK is omitted: the SDK tries the
    // bearer scheme last, so it always mentions a bearer token.
    private static BedrockRequestException WithoutCredentials(AmazonClientException exception, string subject) =>
        new(BedrockErrorId.CredentialsNotFound, subject, detail: null, innerException: exception);

    // The SDK keeps the response headers in the inner exception. The header is a number of seconds or a date.
    private static TimeSpan? RetryAfter(AmazonServiceException exception) =>
        Chain(exception).OfType<HttpErrorResponseException>().FirstOrDefault()?.Response is { } reply
        && reply.IsHeaderPresent(RetryAfterHeader)
        && RetryConditionHeaderValue.TryParse(reply.GetHeaderValue(RetryAfterHeader), out var after)
            ? after.Delta ?? after.Date - DateTimeOffset.UtcNow
            : null;

    // The SDK returns an empty ID if the response had none.
    private static string? RequestId(AmazonServiceException reply) =>
        string.IsNullOrEmpty(reply.RequestId) ? null : reply.RequestId;

    /// <summary>Whether the exception is a connection, name resolution, or TLS failure.</summary>
    public static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or SocketException or AuthenticationException or IOException;

    /// <summary>The exception and its causes, outermost first.</summary>
    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
