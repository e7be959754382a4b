using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Creates the common part of all requests.</summary>
internal static class BedrockRequestFactory
{
    private const string ApiVersion = "2023-04-20";

    /// <summary>A request with a method and a path, whose parts in braces are filled in as path resources.</summary>
    public static DefaultRequest Create(AmazonWebServiceRequest origin, string method, string path)
    {
        // The pipeline gets the name of the operation from the type, and the name of the service from this.
        var request = new DefaultRequest(origin, "Amazon.Bedrock")
        {
            HttpMethod = method,
            ResourcePath = path,
        };
        request.Headers[HeaderKeys.XAmzApiVersion] = ApiVersion;
        return request;
    }

    /// <summary>A value that the path requires.</summary>
    /// <exception cref="AmazonServiceException">The value is null or empty.</exception>
    public static string Required(string? value, string name) =>
        // Also if it is empty, because an empty segment would request the listing instead of a job.
        string.IsNullOrEmpty(value)
            ? throw new AmazonServiceException($"Request object does not have required field {name} set")
            : value;
}
