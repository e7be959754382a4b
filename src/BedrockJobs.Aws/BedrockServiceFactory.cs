using System;
using System.Globalization;
using Amazon.Bedrock;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Connects to Amazon Bedrock with the AWS SDK's own credential chain, endpoints and retries.</summary>
internal sealed class BedrockServiceFactory : IBedrockServiceFactory
{
    public IBedrockService Connect(ConnectionSettings settings)
    {
        ReplyWarmup.Start();
        try
        {
            return ConnectAs(settings);
        }
        catch (Exception exception) when (exception is not BedrockRequestException)
        {
            // The SDK's own words may quote a line of a file, and with it a key.
            throw new BedrockRequestException(BedrockErrorId.ValidationFailed, SR.SettingsSubject, SR.UnreadableSettings);
        }
    }

    private static BedrockService ConnectAs(ConnectionSettings settings)
    {
        var profile = ProfileLookup.Find(settings.ProfileName);
        var region = RegionChoice.Choose(settings, profile);
        var config = ClientConfiguration.Create(settings, region);
        var endpoint = EndpointChoice.Choose(config);
        var name = settings.ProfileName is null
            ? region
            : string.Format(CultureInfo.CurrentCulture, SR.TargetName, region, settings.ProfileName);
        return new BedrockService(
            new AmazonBedrockClient(config), region, name, endpoint, ClientConfiguration.TimeLimit(config));
    }
}
