using System;
using System.Globalization;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Endpoints;
using BedrockJobs.Parameters;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Finds out where the SDK will send requests, from settings, environment, profile and partition.</summary>
internal static class EndpointChoice
{
    private static readonly string[] Variables = ["AWS_ENDPOINT_URL_BEDROCK", "AWS_ENDPOINT_URL"];

    /// <returns>The address, and where it came from.</returns>
    /// <exception cref="BedrockRequestException">
    /// What is configured is no endpoint, or the settings contradict each other, such as a FIPS endpoint and an endpoint
    /// of one's own.
    /// </exception>
    public static (string Address, string Source) Choose(
        AmazonBedrockConfig config, ConnectionSettings settings, CredentialProfile? profile)
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

        return ConnectionRules.FaultOfEndpoint(endpoint) is { } fault
            ? throw Fault(fault)
            : (endpoint, SourceOf(config, settings, profile));
    }

    // In the order in which the SDK looks.
    private static string SourceOf(AmazonBedrockConfig config, ConnectionSettings settings, CredentialProfile? profile)
    {
        if (settings.EndpointUrl is not null)
        {
            return "-EndpointUrl";
        }

        if (config.ServiceURL is null)
        {
            return SR.EndpointOfRegion;
        }

        return Array.Find(Variables, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })
            ?? string.Format(CultureInfo.CurrentCulture, SR.ProfileSubject, profile?.Name);
    }

    private static BedrockRequestException Fault(string detail) =>
        new(BedrockErrorId.ValidationFailed, SR.ConfiguredEndpoint, detail);
}
