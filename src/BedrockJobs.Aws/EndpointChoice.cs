using System;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using BedrockJobs.Parameters;

namespace BedrockJobs.Aws;

/// <summary>Finds out where the SDK will send requests, from settings, environment, profile and partition.</summary>
internal static class EndpointChoice
{
    /// <exception cref="BedrockRequestException">
    /// What is configured is no endpoint, or the settings contradict each other, such as a FIPS endpoint and an endpoint
    /// of one's own.
    /// </exception>
    public static string Choose(AmazonBedrockConfig config)
    {
        string endpoint;
        try
        {
            var parameters = new ServiceOperationEndpointParameters(new ListModelCustomizationJobsRequest());
            endpoint = config.DetermineServiceOperationEndpoint(parameters).URL;
        }
        catch (Exception exception) when (exception is AmazonClientException or UriFormatException or ArgumentException)
        {
            throw Fault(exception.Message);
        }

        return ConnectionRules.FaultOfEndpoint(endpoint) is { } fault ? throw Fault(fault) : endpoint;
    }

    private static BedrockRequestException Fault(string detail) =>
        new(BedrockErrorId.ValidationFailed, SR.ConfiguredEndpoint, detail);
}
