namespace Amazon.Bedrock;

/// <summary>
/// An error response of Amazon Bedrock. For an error without a derived type,
/// <see cref="AmazonServiceException.ErrorCode"/> contains its code.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html"/>
public class AmazonBedrockException : AmazonServiceException
{
    /// <summary>Makes the exception without further information.</summary>
    public AmazonBedrockException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public AmazonBedrockException(string? message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public AmazonBedrockException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public AmazonBedrockException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public AmazonBedrockException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from what the service answered, and its cause.</summary>
    public AmazonBedrockException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
