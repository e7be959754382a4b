using System;
using System.Collections.Generic;
using System.Globalization;
using Amazon.Runtime;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>Connects to Amazon Bedrock with the AWS SDK's own credential providers, endpoints and retries.</summary>
internal sealed class BedrockServiceFactory : IBedrockServiceFactory
{
    public BedrockServiceFactory()
    {
        IdentityClients.Register();
    }

    public IReadOnlyList<AwsRegion> Regions => KnownRegions.All;

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

    public IReadOnlyList<string> ProfileNames(string? profileLocation)
    {
        SharedFiles.Refresh();
        return ProfileLookup.Names(profileLocation);
    }

    private static BedrockService ConnectAs(ConnectionSettings settings)
    {
        SharedFiles.Refresh();

        // Before the files are read: what changes after that counts as new.
        var filesStamp = SharedFiles.Stamp(settings.ProfileLocation);
        var profile = ProfileLookup.Find(settings, isNeeded: !CredentialsChoice.IsBeforeProfile(settings));
        var context = new IdentityContext
        {
            AskForCode = settings.AskForCode,
            Profile = profile,
            ProfileLocation = settings.ProfileLocation,
            Command = settings.Command,
        };
        context.Enter();
        var (region, regionSource) = RegionChoice.Choose(settings, profile);
        var name = settings.ProfileName is null
            ? region
            : string.Format(CultureInfo.CurrentCulture, SR.TargetName, region, settings.ProfileName);
        Note(SR.DebugRegion, name, region, regionSource);
        var config = ClientConfiguration.Create(settings, profile, region);
        var endpoint = EndpointChoice.Choose(config, settings, profile);
        Note(SR.DebugEndpoint, name, endpoint.Address, endpoint.Source);
        var (credentials, key) = CredentialsChoice.Choose(
            settings, profile, filesStamp, RegionChoice.OfTokenService(settings, profile, region));
        Note(SR.DebugCredentials, name, Shown(key), credentials.Source);
        if (credentials.Credentials is null && new Uri(endpoint.Address).Scheme != Uri.UriSchemeHttps)
        {
            throw new BedrockRequestException(
                BedrockErrorId.ValidationFailed,
                SR.SettingsSubject,
                string.Format(CultureInfo.CurrentCulture, SR.ApiKeyOverHttp, endpoint.Address));
        }

        return new BedrockService(config, credentials)
        {
            Region = region,
            Name = name,
            Endpoint = endpoint.Address,
            TimeLimit = ClientConfiguration.TimeLimit(config),
            IdentityContext = context,
        };

        void Note(string format, params object[] values) =>
            settings.Choices.Add(string.Format(CultureInfo.CurrentCulture, format, values));
    }

    private static string Shown(ImmutableCredentials? key) =>
        key is null ? SR.ApiKey : key.AccessKey is { Length: > 8 } id ? $"{id[..4]}\u2026{id[^4..]}" : "\u2026";
}
