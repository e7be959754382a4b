namespace BedrockJobs.Aws;

/// <summary>Connects to Amazon Bedrock with the credential providers, endpoints, and retries of the AWS SDK.</summary>
internal sealed class BedrockServiceFactory : IBedrockServiceFactory
{
    public BedrockServiceFactory()
    {
        IdentityClients.Register();
        RequestTimeoutRetrying.Register();
    }

    public IReadOnlyList<AwsRegion> Regions => KnownRegions.All;

    public Task<IBedrockService> ConnectAsync(ConnectionSettings settings)
    {
        ReplyWarmup.Start();
        return Task.Factory.StartNew<IBedrockService>(
            () => ConnectAs(settings), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public IReadOnlyList<string> ProfileNames(string? profileLocation)
    {
        try
        {
            return ProfileSet.Read(profileLocation, isNeeded: false).Names;
        }
        catch (SharedFileException fault)
        {
            throw ProfileChoice.Translate(fault);
        }
    }

    private static BedrockService ConnectAs(ConnectionSettings settings)
    {
        var (profile, profiles) = ProfileChoice.Find(settings, isNeeded: !CredentialsChoice.IsBeforeProfile(settings));
        var configured = new ConfiguredSettings(profile);
        var transport = Transport.For(CaBundle.Choose(() => CaBundleOf(profile)), ProxyVariables.Read());
        var context = new IdentityContext
        {
            Transport = transport,
            AskForCode = settings.AskForCode,
            Profile = profile,
            Profiles = profiles,
            Configured = configured,
            Scope = CommandScope.Of(settings.Command),
            Ended = settings.Ended,
        };
        context.Enter();
        foreach (var password in transport.ProxyPasswords)
        {
            context.Secrets.NoteProxy(password.UserName, password.Password);
        }

        var (region, regionSource) = RegionChoice.Choose(settings, profile);
        var name = settings.ProfileName is null
            ? region
            : string.Format(CultureInfo.CurrentCulture, SR.TargetName, region, settings.ProfileName);
        Note(SR.DebugRegion, name, region, regionSource);
        var endpoint = EndpointChoice.Find(settings, configured, profile, profiles);
        var config = ClientConfiguration.Create(configured, region, endpoint?.Address);
        config.HttpClientFactory = new TransportClientFactory(transport, ReplyReader.LongestPage);
        if (settings.WithoutRetries)
        {
            config.MaxErrorRetry = 0;
        }

        var address = EndpointChoice.Check(config);
        Note(SR.DebugEndpoint, name, address, endpoint?.Source ?? SR.EndpointOfRegion);
        var (credentials, key) = CredentialsChoice.Choose(
            settings, profile, profiles, RegionChoice.OfTokenService(settings, profile, region));
        Note(SR.DebugCredentials, name, Shown(key), credentials.Source);
        if (credentials.Credentials is null && new Uri(address).Scheme != Uri.UriSchemeHttps)
        {
            throw new BedrockRequestException(
                BedrockErrorId.ValidationFailed,
                SR.SettingsSubject,
                string.Format(CultureInfo.CurrentCulture, SR.ApiKeyOverHttp, address));
        }

        return new BedrockService(config, credentials)
        {
            Region = region,
            Name = name,
            ProfileName = settings.ProfileName,
            Endpoint = address,
            TimeLimit = ClientConfiguration.TimeLimit(config),
            IdentityContext = context,
        };

        void Note(string format, params object[] values) =>
            settings.Choices.Add(string.Format(CultureInfo.CurrentCulture, format, values));
    }

    private static (string? Path, string Source) CaBundleOf(AwsProfile? profile) => (
        profile?.Value(CaBundle.Setting), string.Format(CultureInfo.CurrentCulture, SR.CaBundleOfProfile, profile?.Name));

    private static string Shown(ImmutableCredentials? key) =>
        key is null ? SR.ApiKey : key.AccessKey is { Length: > 8 } id ? $"{id[..4]}\u2026{id[^4..]}" : "\u2026";
}
