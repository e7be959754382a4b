using System;
using System.Text.Json;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Replies;

/// <summary>
/// Reads a reply of
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelCustomizationJob.html">StopModelCustomizationJob</see>,
/// which has no members. A sign-in page with status 200 must not pass for a job that stops.
/// </summary>
internal static class StopReply
{
    private static readonly StructureReader<StopModelCustomizationJobResponse> Nothing = [];

    /// <summary>Reads what the service replies.</summary>
    public static readonly ReplyUnmarshaller<StopModelCustomizationJobResponse> Unmarshaller = new(Read, static _ => string.Empty);

    /// <summary>Reads the body of a success, which may be empty.</summary>
    /// <exception cref="JsonException">It is neither empty nor an object.</exception>
    private static StopModelCustomizationJobResponse Read(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? new StopModelCustomizationJobResponse() : ReplyDocument.Read(body, Nothing);
}
