using Amazon.Bedrock;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>A connection to Amazon Bedrock through the AWS SDK's client.</summary>
internal sealed class BedrockService : IBedrockService
{
    /// <summary>
    /// The clock difference that AWS accepts. When a request is rejected, the SDK records even the smallest difference.
    /// </summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly JobClient _client;
    private readonly ConnectionContext _context;
    private readonly ChosenCredentials _credentials;
    private readonly RequestCredentials? _key;

    public BedrockService(AmazonBedrockConfig config, ChosenCredentials credentials, ConnectionContext context)
    {
        _context = context;
        _credentials = credentials;
        _key = credentials.Credentials is null ? null : new RequestCredentials();
        config.HttpClientFactory = new TransportClientFactory(() => context, ReplyReader.LongestPage);
        _client = JobClient.Create(_key, config);
    }

    public required string Region { get; init; }

    public required string Name { get; init; }

    public required string Endpoint { get; init; }

    public bool CanRenewKey => _credentials.CanRenewKey;

    /// <summary>The profile that the user specified; null for none.</summary>
    public required string? ProfileName { get; init; }

    public required TimeSpan LimitOfRequest { get; init; }

    /// <summary>Chooses the identity, the Region, and the endpoint, and gets a key.</summary>
    public static async Task<IBedrockService> ConnectAsync(ConnectionSettings settings)
    {
        var configured = await ProfileChoice.FindAsync(settings, isNeeded: !CredentialsChoice.IsBeforeProfile(settings)).ConfigureAwait(false);
        var context = new ConnectionContext
        {
            Transport = Transport.For(CaBundle.Choose(configured.Profile), ProxyVariables.Read()),
            AskForCode = settings.AskForCode,
            ShowWhile = settings.ShowWhile,
            Configured = configured,
            Scope = CommandScope.Of(settings.Command),
            Ended = settings.Ended,
        };
        context.Enter();
        foreach (var password in context.Transport.ProxyPasswords)
        {
            context.Secrets.NoteProxy(password.UserName, password.Password);
        }

        var (region, regionSource) = await RegionChoice
            .ChooseAsync(settings, configured, new InstanceMetadata(context).RegionAsync).ConfigureAwait(false);
        var name = settings.ProfileName is null ? region : SR.PlaceName.With(region, settings.ProfileName);
        settings.Choices.Add(SR.DebugRegion.With(name, region, regionSource));
        var endpoint = EndpointChoice.Find(settings, configured);
        var config = BedrockConfiguration.Create(configured, region, endpoint?.Address);
        if (settings.WithoutRetries)
        {
            config.MaxErrorRetry = 0;
        }

        var address = BedrockConfiguration.EndpointOf(config);
        settings.Choices.Add(SR.DebugEndpoint.With(name, address, endpoint?.Source ?? SR.EndpointOfRegion));
        var tokenRegion = RegionChoice.OfTokenService(settings, configured.Profile, region);
        var (credentials, key) = await new CredentialsChoice(settings, tokenRegion, context).ChooseAsync().ConfigureAwait(false);
        settings.Choices.Add(SR.DebugCredentials.With(name, Shown(key), credentials.Source));
        if (key is null && new Uri(address).Scheme != Uri.UriSchemeHttps)
        {
            throw new BedrockRequestException(BedrockErrorId.ValidationFailed, SR.SettingsSubject, SR.ApiKeyOverHttp.With(address));
        }

        return new BedrockService(config, credentials, context)
        {
            Region = region,
            Name = name,
            ProfileName = settings.ProfileName,
            Endpoint = address,
            LimitOfRequest = BedrockConfiguration.LimitOfRequest(config),
        };
    }

    public Task<JobPage> ListJobsAsync(JobQuery query, CancellationToken cancellationToken) => SendAsync(
        Operation.List(Name),
        async limited =>
        {
            var page = await _client.ListAsync(query, limited).ConfigureAwait(false);
            foreach (var job in page.Jobs)
            {
                job.ProfileName = ProfileName;
            }

            return page;
        },
        cancellationToken);

    public Task<CustomizationJobDetail> GetJobAsync(string jobIdentifier, CancellationToken cancellationToken)
    {
        var operation = Operation.Get(jobIdentifier, Name);
        return SendAsync(
            operation,
            async limited =>
            {
                var job = await _client.GetAsync(jobIdentifier, limited).ConfigureAwait(false);

                // The job that is displayed and then stopped must be the requested job.
                if (!string.Equals(jobIdentifier, job.JobArn, StringComparison.OrdinalIgnoreCase)
                    && !string.Equals(jobIdentifier, job.JobName, StringComparison.OrdinalIgnoreCase))
                {
                    throw new BedrockRequestException(
                        BedrockErrorId.MalformedResponse, operation.Subject, SR.AnotherJob.With(job.JobName), job.RequestId);
                }

                job.ProfileName = ProfileName;
                return job;
            },
            cancellationToken);
    }

    public Task<string?> StopJobAsync(string jobIdentifier, CancellationToken cancellationToken) => SendAsync(
        Operation.Stop(jobIdentifier, Name), limited => _client.StopAsync(jobIdentifier, limited), cancellationToken);

    public void Dispose() => _client.Dispose();

    private TimeSpan ClockCorrection => CorrectClockSkew.GetClockCorrectionForEndpoint(new Uri(Endpoint).ToString());

    private static string Shown(ImmutableCredentials? key) =>
        key is null ? SR.ApiKey : key.AccessKey is { Length: > 8 } id ? $"{id[..4]}\u2026{id[^4..]}" : "\u2026";

    private async Task<T> SendAsync<T>(
        Operation operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        // A key might have to be renewed between two requests.
        _context.Enter();
        try
        {
            return await SendTwiceAtMostAsync(operation, send, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException failure)
            when (failure.ErrorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsRejected)
        {
            // The next command gets a new key, because the user might have signed in again or the program might return
            // a better key.
            _credentials.Profile?.Forget();
            throw;
        }
    }

    private async Task<T> SendTwiceAtMostAsync<T>(
        Operation operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(LimitOfRequest);
        var clockCorrection = ClockCorrection;
        var key = await TranslateAsync(GetKeyAsync).ConfigureAwait(false);
        try
        {
            return await TranslateAsync(() => SendOnceAsync(key)).ConfigureAwait(false);
        }
        catch (BedrockRequestException expired) when (expired.ErrorId == BedrockErrorId.CredentialsExpired
            && _credentials.Credentials is RefreshingAWSCredentials renewable)
        {
            // The service is more reliable than the expiration time of the key, which was determined by another clock.
            // Another request might have renewed the key in the meantime.
            var present = await TranslateAsync(renewable.GetCredentialsAsync).ConfigureAwait(false);
            if (present.AccessKey == key!.AccessKey)
            {
                renewable.ClearCredentials();
            }
        }
        catch (BedrockRequestException rejected) when (rejected.ErrorId == BedrockErrorId.CredentialsRejected
            && (ClockCorrection - clockCorrection).Duration() > ClockTolerance)
        {
            // The SDK gets the clock difference from the response and retries by itself, except when a wrong clock has
            // been corrected, or when only one attempt is allowed.
        }

        key = await TranslateAsync(GetKeyAsync).ConfigureAwait(false);
        return await TranslateAsync(() => SendOnceAsync(key)).ConfigureAwait(false);

        async Task<T> SendOnceAsync(ImmutableCredentials? key)
        {
            _key?.Use(key);
            return await send(limited.Token).ConfigureAwait(false);
        }

        async Task<TResult> TranslateAsync<TResult>(Func<Task<TResult>> act)
        {
            try
            {
                return await act().ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                var failure = Translate(exception, operation.Subject);
                failure.Operation = operation.Name;
                throw failure;
            }
        }
    }

    // The key for a request; null for an API key.
    private async Task<ImmutableCredentials?> GetKeyAsync() => _credentials.Credentials is { } credentials
        ? await KeyCheck.GetKeyAsync(credentials, _credentials.Source, _context.Secrets).ConfigureAwait(false)
        : null;

    private BedrockRequestException Translate(Exception exception, string subject) => exception switch
    {
        BedrockErrorException { ErrorCode: "ResourceNotFoundException" } missing =>
            ErrorTranslator.FromReply(missing, subject, BedrockErrorId.JobNotFound, _context.Secrets),
        BedrockErrorException { ErrorCode: "ConflictException" } conflict =>
            ErrorTranslator.FromReply(conflict, subject, BedrockErrorId.JobNotStoppable, _context.Secrets),
        _ => ErrorTranslator.Translate(exception, subject, _context.Secrets)
            ?? UnexpectedFailure.From(exception, subject),
    };
}
