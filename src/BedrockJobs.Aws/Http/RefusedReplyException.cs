namespace BedrockJobs.Aws.Http;

/// <summary>A response that isn't passed to the AWS SDK, so that the SDK doesn't retry.</summary>
internal abstract class RefusedReplyException : Exception
{
    /// <param name="message">What is wrong with the response.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="requestId">The AWS request ID; null if the response had none.</param>
    protected RefusedReplyException(string message, HttpStatusCode statusCode, string? requestId)
        : base(message)
    {
        StatusCode = statusCode;
        RequestId = requestId;
    }

    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The AWS request ID; null if the response had none.</summary>
    public string? RequestId { get; }
}
