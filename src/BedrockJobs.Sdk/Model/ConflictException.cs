namespace Amazon.Bedrock.Model;

/// <summary>The request conflicts with the state of the resource, such as stopping a job that has ended (400).</summary>
/// <seealso href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html"/>
public class ConflictException : AmazonBedrockException
{
    /// <summary>Makes the exception without further information.</summary>
    public ConflictException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public ConflictException(string? message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public ConflictException(string? message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public ConflictException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public ConflictException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from what the service answered, and its cause.</summary>
    public ConflictException(
        string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
