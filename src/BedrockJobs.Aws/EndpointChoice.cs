using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Finds out where the SDK will send requests, from settings, environment, profile and partition.</summary>
internal static class EndpointChoice
{
    /// <exception cref="BedrockRequestException">
    /// The settings contradict each other, such as a FIPS endpoint and an endpoint of one's own.
    /// </exception>
    public static string Choose(AmazonBedrockConfig config, string region)
    {
        try
        {
            var parameters = new ServiceOperationEndpointParameters(new ListModelCustomizationJobsRequest());
            return config.DetermineServiceOperationEndpoint(parameters).URL;
        }
        catch (AmazonClientException exception)
        {
            throw new BedrockRequestException(
                BedrockErrorId.ValidationFailed,
                OperationSubject.Of(ListJobsRequest.OperationName, region),
                exception.Message,
                innerException: exception);
        }
    }
}
