using System.Text.Json;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// Reads a response of <see
/// href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html">StopModelCustomizationJob</see>,
/// which has no members. A sign-in page with status 200 must not be treated as a stopped job.
/// </summary>
internal static class StopReply
{
    private static readonly StructureReader<StopModelCustomizationJobResponse> Nothing = [];

    /// <summary>Reads the response.</summary>
    public static readonly ReplyUnmarshaller<StopModelCustomizationJobResponse> Unmarshaller = new(Read, static _ => string.Empty);

    /// <summary>Reads the body of a success response, which can be empty.</summary>
    /// <exception cref="JsonException">The body isn't empty and isn't an object.</exception>
    private static StopModelCustomizationJobResponse Read(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? new StopModelCustomizationJobResponse() : ReplyDocument.Read(body, Nothing);
}
