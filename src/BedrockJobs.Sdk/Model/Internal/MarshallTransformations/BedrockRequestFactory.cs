using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Makes what the requests of all operations have in common.</summary>
internal static class BedrockRequestFactory
{
    private const string ApiVersion = "2023-04-20";

    /// <summary>A request with a method and a path, whose parts in braces are filled in as path resources.</summary>
    public static DefaultRequest Create(AmazonWebServiceRequest origin, string method, string path)
    {
        // The pipeline takes the operation's name from the type's, and the service's from this.
        var request = new DefaultRequest(origin, "Amazon.Bedrock")
        {
            HttpMethod = method,
            ResourcePath = path,
        };
        request.Headers[HeaderKeys.XAmzApiVersion] = ApiVersion;
        return request;
    }

    /// <summary>A value that the path cannot do without.</summary>
    /// <exception cref="AmazonBedrockException">There is none.</exception>
    public static string Required(string? value, string name) =>
        // Empty as well as null: an empty segment would ask for the listing instead of for a job.
        string.IsNullOrEmpty(value)
            ? throw new AmazonBedrockException($"Request object does not have required field {name} set")
            : value;
}
