using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;

namespace BedrockJobs.Aws;

/// <summary>Tells from the AWS SDK's exceptions what happened, in this module's terms.</summary>
internal static class ErrorTranslator
{
    private static readonly Dictionary<string, BedrockErrorId> ErrorCodes = new(StringComparer.Ordinal)
    {
        // The Bedrock API's own.
        ["AccessDeniedException"] = BedrockErrorId.AccessDenied,
        ["ValidationException"] = BedrockErrorId.ValidationFailed,
        ["ThrottlingException"] = BedrockErrorId.Throttled,
        ["InternalServerException"] = BedrockErrorId.ServiceFault,
        ["ResourceNotFoundException"] = BedrockErrorId.JobNotFound,
        ["ConflictException"] = BedrockErrorId.JobNotStoppable,

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
        ["TooManyRequestsException"] = BedrockErrorId.Throttled,
    };

    /// <summary>The failure that <paramref name="exception"/> stands for.</summary>
    /// <param name="exception">What the AWS SDK threw, other than for the caller's own cancellation.</param>
    /// <param name="subject">The request that failed, for the message.</param>
    public static BedrockRequestException Translate(Exception exception, string subject)
    {
        var causes = Chain(exception).ToList();
        if (causes.Any(cause => cause is OperationCanceledException or TimeoutException))
        {
            return new BedrockRequestException(BedrockErrorId.RequestTimedOut, subject, detail: null);
        }

        // Before what the reply says: to the SDK a reply that breaks off is one that it can't read.
        if (causes.LastOrDefault(IsConnectionFailure) is { } connectionFailure)
        {
            return new BedrockRequestException(
                BedrockErrorId.ConnectionFailed, subject, connectionFailure.Message, innerException: connectionFailure);
        }

        if (exception is AmazonUnmarshallingException unreadable)
        {
            return Malformed(unreadable, subject);
        }

        return exception is AmazonServiceException serviceException && serviceException.StatusCode != 0
            ? FromReply(serviceException, subject)
            : FromClient(exception, subject);
    }

    private static BedrockRequestException FromReply(AmazonServiceException exception, string subject)
    {
        var errorId = KindOfReply(exception);
        if (errorId is null)
        {
            return Malformed(exception, subject);
        }

        // The exception itself is not kept: all that it knows is here, and AWS's explanation of a refused signature
        // quotes the request with its session token.
        return new BedrockRequestException(
            errorId.Value,
            subject,
            FirstLine(exception.Message),
            RequestId(exception),
            (int)exception.StatusCode,
            exception.ErrorCode);
    }

    private static BedrockErrorId? KindOfReply(AmazonServiceException exception)
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

    private static BedrockRequestException Malformed(AmazonServiceException reply, string subject) => new(
        BedrockErrorId.MalformedResponse,
        subject,
        $"HTTP {(int)reply.StatusCode}, {FirstLine(reply.InnerException?.Message ?? reply.Message)}",
        RequestId(reply),
        (int)reply.StatusCode);

    // No request was sent: the SDK found no credentials to sign it with.
    private static BedrockRequestException FromClient(Exception exception, string subject) =>
        new(BedrockErrorId.CredentialsNotFound, subject, FirstLine(exception.Message), innerException: exception);

    // The SDK gives an empty id where the reply had none.
    private static string? RequestId(AmazonServiceException reply) =>
        string.IsNullOrEmpty(reply.RequestId) ? null : reply.RequestId;

    private static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or SocketException or AuthenticationException or IOException;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string FirstLine(string message) => message.Split(['\r', '\n'], 2)[0];
}
