namespace Amazon.Bedrock.Model;

/// <summary>The service refuses a value of the request (400).</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class ValidationException : AmazonBedrockException
{
    /// <summary>Makes the exception without further information.</summary>
    public ValidationException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public ValidationException(string? message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public ValidationException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public ValidationException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public ValidationException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from what the service answered, and its cause.</summary>
    public ValidationException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
