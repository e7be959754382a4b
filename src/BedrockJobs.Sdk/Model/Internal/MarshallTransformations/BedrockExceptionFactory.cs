using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Creates the exception for an error response.</summary>
internal static class BedrockExceptionFactory
{
    /// <summary>
    /// Returns the modeled exception with the error code of the response, or an <see cref="AmazonBedrockException"/>
    /// for any other code.
    /// </summary>
    public static AmazonServiceException Create(ErrorResponse error)
    {
        var (message, inner, type, code, id, status) =
            (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            nameof(AccessDeniedException) => new AccessDeniedException(message, inner, type, code, id, status),
            nameof(ConflictException) => new ConflictException(message, inner, type, code, id, status),
            nameof(InternalServerException) => new InternalServerException(message, inner, type, code, id, status),
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(message, inner, type, code, id, status),
            nameof(ThrottlingException) => new ThrottlingException(message, inner, type, code, id, status),
            nameof(ValidationException) => new ValidationException(message, inner, type, code, id, status),
            _ => new AmazonBedrockException(message, inner, type, code, id, status),
        };
    }
}
