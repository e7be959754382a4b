using System;
using System.Net;

namespace BedrockJobs.Aws.Http;

/// <summary>A reply that is not passed on to the AWS SDK, which then doesn't try again.</summary>
internal abstract class RefusedReplyException : Exception
{
    /// <param name="message">What is wrong with the reply.</param>
    /// <param name="statusCode">The HTTP status of the reply.</param>
    /// <param name="requestId">The id that AWS gave the request; null where the reply had none.</param>
    protected RefusedReplyException(string message, HttpStatusCode statusCode, string? requestId)
        : base(message)
    {
        StatusCode = statusCode;
        RequestId = requestId;
    }

    /// <summary>The HTTP status of the reply.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The id that AWS gave the request; null where the reply had none.</summary>
    public string? RequestId { get; }
}
