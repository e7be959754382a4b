using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Http;

/// <summary>Translates exceptions of the AWS SDK to the errors of this module.</summary>
internal static class ErrorTranslator
{
    private const string RetryAfterHeader = "Retry-After";

    // Without "Exception", which some services omit from the name. BedrockService translates the errors that concern a
    // job, because services that provide keys have errors with the same names.
    private static readonly Dictionary<string, BedrockErrorId> ErrorCodes = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = BedrockErrorId.AccessDenied,
        ["Validation"] = BedrockErrorId.ValidationFailed,
        ["Throttling"] = BedrockErrorId.Throttled,
        ["TooManyRequests"] = BedrockErrorId.Throttled,
        ["InternalServer"] = BedrockErrorId.ServiceFault,
        ["UnrecognizedClient"] = BedrockErrorId.CredentialsRejected,
        ["InvalidSignature"] = BedrockErrorId.CredentialsRejected,
        ["SignatureDoesNotMatch"] = BedrockErrorId.CredentialsRejected,
        ["InvalidClientTokenId"] = BedrockErrorId.CredentialsRejected,
        ["InvalidAccessKeyId"] = BedrockErrorId.CredentialsRejected,
        ["IncompleteSignature"] = BedrockErrorId.CredentialsRejected,
        ["MissingAuthenticationToken"] = BedrockErrorId.CredentialsRejected,
        ["RequestTimeTooSkewed"] = BedrockErrorId.CredentialsRejected,
        ["InvalidIdentityToken"] = BedrockErrorId.CredentialsRejected,
        ["IDPRejectedClaim"] = BedrockErrorId.CredentialsRejected,
        ["ExpiredToken"] = BedrockErrorId.CredentialsExpired,
        ["UnknownOperation"] = BedrockErrorId.OperationNotSupported,
    };

    /// <summary>
    /// The error for <paramref name="exception"/>; null for an exception that no request should throw.
    /// </summary>
    /// <param name="exception">The exception of the AWS SDK, except for a cancellation by the caller.</param>
    public static BedrockRequestException? Translate(Exception exception, string subject, SentSecrets secrets)
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
                BedrockErrorId.MalformedResponse, subject, refused.Message, refused.RequestId, refused.StatusCode, errorCode: null, secrets);
        }

        // Checked before the response, because the SDK reports an incomplete response as one that it can't read.
        if (causes.FirstOrDefault(IsConnectionFailure) is { } connectionFailure)
        {
            return new BedrockRequestException(
                BedrockErrorId.ConnectionFailed, subject, connectionFailure.Message, innerException: connectionFailure);
        }

        return exception switch
        {
            AmazonUnmarshallingException unreadable => Malformed(unreadable, subject, secrets),
            AmazonServiceException { StatusCode: not 0 } reply => KindOfReply(reply) is { } kind
                ? FromReply(reply, subject, kind, secrets)
                : Malformed(reply, subject, secrets),
            // A service that provides keys rejected the request, for this key or for the key that the request needs.
            AmazonClientException when causes.OfType<AmazonServiceException>().LastOrDefault(reply => reply.StatusCode != 0)
                is { } refusal => Translate(refusal, subject, secrets),
            AmazonClientException unsigned => WithoutCredentials(unsigned, subject),
            _ => null,
        };
    }

    /// <summary>Creates an error of the specified kind from the response in <paramref name="exception"/>.</summary>
    /// <remarks>
    /// The exception itself isn't kept: its information is here, and AWS's description of a rejected signature quotes
    /// the request with its session token.
    /// </remarks>
    public static BedrockRequestException FromReply(
        AmazonServiceException exception, string subject, BedrockErrorId errorId, SentSecrets secrets)
    {
        var failure = FromReply(
            errorId,
            subject,
            ReplyText.Of(exception.Message, secrets),
            RequestId(exception),
            exception.StatusCode,
            exception.ErrorCode,
            secrets);
        failure.RetryAfter = RetryAfter(exception);
        return failure;
    }

    // All text of a response passes through here, because any part of it can quote the request and its secrets.
    private static BedrockRequestException FromReply(
        BedrockErrorId errorId,
        string subject,
        string detail,
        string? requestId,
        HttpStatusCode statusCode,
        string? errorCode,
        SentSecrets secrets) =>
        new(errorId, subject, secrets.Hide(detail), secrets.Hide(requestId), (int)statusCode, secrets.Hide(errorCode));

    /// <summary>The kind of failure that the response represents; null if the response isn't valid.</summary>
    public static BedrockErrorId? KindOfReply(AmazonServiceException exception)
    {
        const string Suffix = "Exception";
        var code = exception.ErrorCode ?? string.Empty;
        var name = code.EndsWith(Suffix, StringComparison.Ordinal) ? code[..^Suffix.Length] : code;
        if (ErrorCodes.TryGetValue(name, out var known))
        {
            return known;
        }

        return exception.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => BedrockErrorId.Throttled,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => BedrockErrorId.AccessDenied,
            HttpStatusCode.RequestTimeout => BedrockErrorId.RequestTimedOut,
            HttpStatusCode.NotImplemented => BedrockErrorId.OperationNotSupported,

            // A page to sign in to the network, not an outage.
            HttpStatusCode.NetworkAuthenticationRequired => null,
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

    private static BedrockRequestException Malformed(AmazonServiceException reply, string subject, SentSecrets secrets)
    {
        var words = ReplyText.Of((reply as AmazonUnmarshallingException)?.InnerException?.Message ?? reply.Message, secrets);
        return FromReply(
            BedrockErrorId.MalformedResponse,
            subject,
            $"HTTP {(int)reply.StatusCode}, {words}",
            RequestId(reply),
            reply.StatusCode,
            errorCode: null,
            secrets);
    }

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

    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
