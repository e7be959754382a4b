using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Creates the HTTP request of GetModelCustomizationJob.</summary>
public sealed class GetModelCustomizationJobRequestMarshaller
    : IMarshaller<IRequest, GetModelCustomizationJobRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private GetModelCustomizationJobRequestMarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static GetModelCustomizationJobRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((GetModelCustomizationJobRequest)input);

    /// <summary>Creates the request.</summary>
    /// <exception cref="AmazonServiceException">The job identifier is null or empty.</exception>
    public IRequest Marshall(GetModelCustomizationJobRequest input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var request = BedrockRequestFactory.Create(
            input, "GET", "/model-customization-jobs/{jobIdentifier}");
        request.AddPathResource(
            "{jobIdentifier}", BedrockRequestFactory.Required(input.JobIdentifier, nameof(input.JobIdentifier)));
        return request;
    }
}
