using System;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads the reply of StopModelCustomizationJob, which has no members.</summary>
/// <remarks>
/// The body is read all the same: a login page that a proxy sends with status 200 must not pass for a job being
/// stopped.
/// </remarks>
public sealed class StopModelCustomizationJobResponseUnmarshaller
    : BedrockResponseUnmarshaller<StopModelCustomizationJobResponse>
{
    private StopModelCustomizationJobResponseUnmarshaller() : base(new BodyUnmarshaller())
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static StopModelCustomizationJobResponseUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    private protected override bool BodyIsOptional => true;

    private sealed class BodyUnmarshaller : StructureUnmarshaller<StopModelCustomizationJobResponse>
    {
        protected override void ReadMember(
            StopModelCustomizationJobResponse target,
            scoped ReadOnlySpan<byte> name,
            JsonUnmarshallerContext context,
            ref StreamingUtf8JsonReader reader)
        {
        }
    }
}
