namespace Amazon.Bedrock.Model;

/// <summary>The service failed (500).</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class InternalServerException : AmazonBedrockException
{
    /// <summary>Makes the exception without further information.</summary>
    public InternalServerException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public InternalServerException(string? message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public InternalServerException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public InternalServerException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public InternalServerException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from what the service answered, and its cause.</summary>
    public InternalServerException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
