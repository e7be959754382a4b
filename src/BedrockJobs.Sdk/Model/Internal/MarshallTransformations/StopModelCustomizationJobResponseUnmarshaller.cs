namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads the response of StopModelCustomizationJob. It has no members, so its body is ignored.</summary>
public sealed class StopModelCustomizationJobResponseUnmarshaller
    : BedrockResponseUnmarshaller<StopModelCustomizationJobResponse>
{
    private StopModelCustomizationJobResponseUnmarshaller() : base(body: null)
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static StopModelCustomizationJobResponseUnmarshaller Instance { get; } = new();
}
