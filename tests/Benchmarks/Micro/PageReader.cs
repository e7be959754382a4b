using System.IO;
using Amazon.Bedrock.Model;
using Amazon.Bedrock.Model.Internal.MarshallTransformations;
using Amazon.Runtime.Internal.Transform;

namespace BedrockJobs.Micro;

/// <summary>Reads a reply's body as the SDK's client does.</summary>
internal static class PageReader
{
    public static ListModelCustomizationJobsResponse Read(byte[] json)
    {
        using var stream = new MemoryStream(json);
        using var context = new JsonUnmarshallerContext(
            stream, maintainResponseBody: false, responseData: null, isException: false, requestContext: null);
        return (ListModelCustomizationJobsResponse)ListModelCustomizationJobsResponseUnmarshaller.Instance.Unmarshall(context);
    }
}
