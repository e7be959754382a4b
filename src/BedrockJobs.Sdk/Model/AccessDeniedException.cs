namespace Amazon.Bedrock.Model;

/// <summary>The caller isn't allowed to perform the action (403).</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class AccessDeniedException : AmazonBedrockException
{
    /// <summary>Makes the exception without further information.</summary>
    public AccessDeniedException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public AccessDeniedException(string? message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public AccessDeniedException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public AccessDeniedException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public AccessDeniedException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from what the service answered, and its cause.</summary>
    public AccessDeniedException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
