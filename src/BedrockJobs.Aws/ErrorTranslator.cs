using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using BedrockJobs.Aws.Http;
using BedrockJobs.Aws.Identity;

namespace BedrockJobs.Aws;

/// <summary>Tells from the AWS SDK's exceptions what happened, in this module's terms.</summary>
internal static class ErrorTranslator
{
    private const string RetryAfterHeader = "Retry-After";

    private static readonly Dictionary<string, BedrockErrorId> ErrorCodes = new(StringComparer.Ordinal)
    {
        // The Bedrock API's own. Those that are about a job are told by BedrockService, which knows whether a job was asked for.
        ["AccessDeniedException"] = BedrockErrorId.AccessDenied,
        ["ValidationException"] = BedrockErrorId.ValidationFailed,
        ["ThrottlingException"] = BedrockErrorId.Throttled,
        ["InternalServerException"] = BedrockErrorId.ServiceFault,

        // What stands before every AWS API. Some write the name without "Exception".
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

        // Something that speaks as AWS does, but isn't Amazon Bedrock.
        ["UnknownOperationException"] = BedrockErrorId.MalformedResponse,
    };

    /// <summary>
    /// The failure that <paramref name="exception"/> stands for; null for one that no request should meet.
    /// </summary>
    /// <param name="exception">What the AWS SDK threw, other than for the caller's own cancellation.</param>
    /// <param name="subject">The request that failed, for the message.</param>
    public static BedrockRequestException? Translate(Exception exception, string subject)
    {
        var causes = Chain(exception).ToList();
        if (causes.Any(cause => cause is OperationCanceledException or TimeoutException))
        {
            return new BedrockRequestException(BedrockErrorId.RequestTimedOut, subject, detail: null);
        }

        // A file that a profile or the environment names, such as that of a web identity.
        if (causes.FirstOrDefault(cause => cause is FileNotFoundException or DirectoryNotFoundException) is { } missingFile)
        {
            return new BedrockRequestException(BedrockErrorId.CredentialsNotFound, subject, missingFile.Message);
        }

        // This module's own, from a question to the user.
        if (causes.OfType<BedrockRequestException>().FirstOrDefault() is { } own)
        {
            return own;
        }

        if (causes.OfType<RefusedReplyException>().FirstOrDefault() is { } refused)
        {
            return FromReply(
                BedrockErrorId.MalformedResponse, subject, refused.Message, refused.RequestId, refused.StatusCode, errorCode: null);
        }

        // Before what the reply says: to the SDK a reply that breaks off is one that it can't read.
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
            // A service that hands out keys refused, for this key or for one that it takes to get it.
            AmazonClientException when causes.OfType<AmazonServiceException>().LastOrDefault(reply => reply.StatusCode != 0)
                is { } refusal => Translate(refusal, subject),
            AmazonClientException unsigned => WithoutCredentials(unsigned, subject),
            _ => null,
        };
    }

    /// <summary>What <paramref name="exception"/> says of the reply, as a failure of that kind.</summary>
    /// <remarks>
    /// The exception itself is not kept: all that it knows is here, and AWS's explanation of a refused signature quotes the
    /// request with its session token.
    /// </remarks>
    public static BedrockRequestException FromReply(AmazonServiceException exception, string subject, BedrockErrorId errorId)
    {
        var failure = FromReply(
            errorId, subject, ReplyText.Of(exception.Message), RequestId(exception), exception.StatusCode, exception.ErrorCode);
        failure.RetryAfter = RetryAfter(exception);
        return failure;
    }

    // Whatever is told of a reply goes through here, since any part of it may quote the request and its secrets.
    private static BedrockRequestException FromReply(
        BedrockErrorId errorId, string subject, string detail, string? requestId, HttpStatusCode statusCode, string? errorCode) => new(
        errorId,
        subject,
        SentSecrets.Hide(detail),
        SentSecrets.Hide(requestId),
        (int)statusCode,
        SentSecrets.Hide(errorCode));

    /// <summary>The kind of failure that the reply stands for; null where it isn't what the API promises.</summary>
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

            // An error that the API does not know is the service's; one without a name is from something else.
            >= HttpStatusCode.BadRequest when IsNamed(exception) => BedrockErrorId.ValidationFailed,
            _ => null,
        };
    }

    // Where the reply names no error, the SDK puts the status in its place.
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

    // No request was sent, since there was nothing to sign it with. The SDK's words are left out: it tries the bearer
    // scheme last, and so speaks of a bearer token whatever is wrong with the credentials.
    private static BedrockRequestException WithoutCredentials(AmazonClientException exception, string subject) =>
        new(BedrockErrorId.CredentialsNotFound, subject, detail: null, innerException: exception);

    // The SDK keeps the reply's headers in the exception that it made the error of. The header is a number of seconds or a date.
    private static TimeSpan? RetryAfter(AmazonServiceException exception) =>
        Chain(exception).OfType<HttpErrorResponseException>().FirstOrDefault()?.Response is { } reply
        && reply.IsHeaderPresent(RetryAfterHeader)
        && RetryConditionHeaderValue.TryParse(reply.GetHeaderValue(RetryAfterHeader), out var after)
            ? after.Delta ?? after.Date - DateTimeOffset.UtcNow
            : null;

    // The SDK gives an empty id where the reply had none.
    private static string? RequestId(AmazonServiceException reply) =>
        string.IsNullOrEmpty(reply.RequestId) ? null : reply.RequestId;

    /// <summary>Whether it is one of connection, name or TLS.</summary>
    public static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or SocketException or AuthenticationException or IOException;

    /// <summary>The exception and what caused it, outermost first.</summary>
    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
