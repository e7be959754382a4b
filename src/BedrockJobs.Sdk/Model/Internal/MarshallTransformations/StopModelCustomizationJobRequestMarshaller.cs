using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Creates the HTTP request of StopModelCustomizationJob.</summary>
public sealed class StopModelCustomizationJobRequestMarshaller
    : IMarshaller<IRequest, StopModelCustomizationJobRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private StopModelCustomizationJobRequestMarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static StopModelCustomizationJobRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((StopModelCustomizationJobRequest)input);

    /// <summary>Creates the request.</summary>
    /// <exception cref="AmazonServiceException">The job identifier is null or empty.</exception>
    public IRequest Marshall(StopModelCustomizationJobRequest input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = BedrockRequestFactory.Create(
            input, "POST", "/model-customization-jobs/{jobIdentifier}/stop");
        request.AddPathResource(
            "{jobIdentifier}", BedrockRequestFactory.Required(input.JobIdentifier, nameof(input.JobIdentifier)));
        return request;
    }
}
