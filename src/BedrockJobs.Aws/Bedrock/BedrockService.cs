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
    private readonly ChosenCredentials _credentials;
    private readonly RequestCredentials? _requestCredentials;

    /// <param name="config">The configuration of the SDK client.</param>
    /// <param name="credentials">The credentials that sign the requests.</param>
    public BedrockService(AmazonBedrockConfig config, ChosenCredentials credentials)
    {
        _credentials = credentials;
        _requestCredentials = credentials.Credentials is { } source
            ? new RequestCredentials(new CheckedCredentials(source, credentials.Source))
            : null;
        _client = ClientConfiguration.CreateClient(_requestCredentials, config);
    }

    public required string Region { get; init; }

    public required string Name { get; init; }

    public required string Endpoint { get; init; }

    public bool CanRenewKey => _credentials.CanRenewKey;

    /// <summary>The profile that the user specified; null for none.</summary>
    public required string? ProfileName { get; init; }

    /// <summary>The time limit of a request including its retries.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>The context in which keys are requested.</summary>
    public required IdentityContext IdentityContext { get; init; }

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
                        BedrockErrorId.MalformedResponse,
                        operation.Subject,
                        string.Format(CultureInfo.CurrentCulture, SR.AnotherJob, job.JobName),
                        job.RequestId);
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

    private async Task<T> SendAsync<T>(
        Operation operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        // A key might have to be renewed between two requests.
        IdentityContext.Enter();
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
        limited.CancelAfter(TimeLimit);
        var clockCorrection = ClockCorrection;
        try
        {
            return await SendOnceAsync(operation, send, limited.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException expired) when (expired.ErrorId == BedrockErrorId.CredentialsExpired
            && _credentials.Credentials is RefreshingAWSCredentials renewable)
        {
            // The service is more reliable than the expiration time of the key, which was determined by another clock.
            // Another target might have renewed the key in the meantime.
            var present = await renewable.GetCredentialsAsync().ConfigureAwait(false);
            if (present.AccessKey == _requestCredentials!.LastKeyId)
            {
                renewable.ClearCredentials();
            }

            return await SendOnceAsync(operation, send, limited.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException rejected) when (rejected.ErrorId == BedrockErrorId.CredentialsRejected
            && (ClockCorrection - clockCorrection).Duration() > ClockTolerance)
        {
            // The SDK gets the clock difference from the response and retries by itself, except when a wrong clock has
            // been corrected, or when only one attempt is allowed.
            return await SendOnceAsync(operation, send, limited.Token, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> SendOnceAsync<T>(
        Operation operation,
        Func<CancellationToken, Task<T>> send,
        CancellationToken limited,
        CancellationToken cancellationToken)
    {
        try
        {
            if (_requestCredentials is { } credentials)
            {
                credentials.Use(await credentials.Source.GetCredentialsAsync().ConfigureAwait(false));
            }

            return await send(limited).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = Translate(exception, operation.Subject);
            failure.Operation = operation.Name;
            throw failure;
        }
    }

    private BedrockRequestException Translate(Exception exception, string subject) => exception switch
    {
        BedrockErrorException { ErrorCode: "ResourceNotFoundException" } missing =>
            ErrorTranslator.FromReply(missing, subject, BedrockErrorId.JobNotFound),
        BedrockErrorException { ErrorCode: "ConflictException" } conflict =>
            ErrorTranslator.FromReply(conflict, subject, BedrockErrorId.JobNotStoppable),
        _ => CredentialsFailure.LoginOver(exception, _credentials, subject)
            ?? ErrorTranslator.Translate(exception, subject)
            ?? UnexpectedFailure.From(exception, subject),
    };
}
