using System;
using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Makes the exception that an error reply stands for.</summary>
internal static class BedrockExceptionFactory
{
    private const int LongestExcerpt = 200;

    /// <summary>
    /// The modelled exception with the reply's error code, or an <see cref="AmazonBedrockException"/> for any other.
    /// </summary>
    public static AmazonServiceException Create(ErrorResponse error, string? body)
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
            null or "" => new AmazonBedrockException(NotFromAws(error, body), inner, type, code, id, status),
            _ => new AmazonBedrockException(message, inner, type, code, id, status),
        };
    }

    // Every error of AWS has a code. Without one the reply came from something in between, such as a proxy or a load
    // balancer, of which Core would say no more than «See inner exception for details», or quote a whole page.
    private static string NotFromAws(ErrorResponse error, string? body)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP {(int)error.StatusCode} ({error.StatusCode}) without an AWS error code");
        var excerpt = body.AsSpan().Trim();
        if (excerpt.IsEmpty)
            return $"{message} or a body.";
        return excerpt.Length <= LongestExcerpt
            ? $"{message}: {excerpt}"
            : $"{message}: {excerpt[..LongestExcerpt]}…";
    }
}
