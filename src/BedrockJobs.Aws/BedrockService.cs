using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Bedrock;
using Amazon.Runtime;
using BedrockJobs.Aws.Identity;
using BedrockJobs.Service;

namespace BedrockJobs.Aws;

/// <summary>A connection to Amazon Bedrock through the AWS SDK's client.</summary>
internal sealed class BedrockService : IBedrockService
{
    /// <summary>By how much a clock may be off for AWS. The SDK notes even the least difference at a refusal.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly AmazonBedrockClient _client;
    private readonly ChosenCredentials _credentials;
    private readonly RequestCredentials? _requestCredentials;

    /// <param name="config">The configuration of the SDK's client.</param>
    /// <param name="credentials">What to sign with.</param>
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

    /// <summary>How long a request may take with all its retries.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>For whom keys are got.</summary>
    public required IdentityContext IdentityContext { get; init; }

    public async Task<JobPage> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        // A key may have to be renewed in the middle of a listing.
        IdentityContext.Enter();
        try
        {
            return await ListJobsTwiceAtMostAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException failure)
            when (failure.ErrorId is BedrockErrorId.CredentialsExpired or BedrockErrorId.CredentialsRejected)
        {
            // The next command gets a key anew: a login or a program may give a better one by then.
            _credentials.Profile?.Forget();
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private TimeSpan ClockCorrection => CorrectClockSkew.GetClockCorrectionForEndpoint(new Uri(Endpoint).ToString());

    private async Task<JobPage> ListJobsTwiceAtMostAsync(ListJobsRequest request, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeLimit);
        var clockCorrection = ClockCorrection;
        try
        {
            return await ListJobsOnceAsync(request, limited.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException expired) when (expired.ErrorId == BedrockErrorId.CredentialsExpired
            && _credentials.Credentials is RefreshingAWSCredentials renewable)
        {
            // The service knows better than the key's own date, which was reckoned by another clock. Another target may have
            // renewed it meanwhile.
            var present = await renewable.GetCredentialsAsync().ConfigureAwait(false);
            if (present.AccessKey == _requestCredentials!.LastKeyId)
            {
                renewable.ClearCredentials();
            }

            return await ListJobsOnceAsync(request, limited.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (BedrockRequestException rejected) when (rejected.ErrorId == BedrockErrorId.CredentialsRejected
            && (ClockCorrection - clockCorrection).Duration() > ClockTolerance)
        {
            // From the reply the SDK has learned by how much the clock is off. It repeats the request by itself, but not
            // where a clock that was off is right again, nor where one attempt is all that is allowed.
            return await ListJobsOnceAsync(request, limited.Token, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<JobPage> ListJobsOnceAsync(
        ListJobsRequest request, CancellationToken limited, CancellationToken cancellationToken)
    {
        try
        {
            if (_requestCredentials is { } credentials)
            {
                credentials.Use(await credentials.Source.GetCredentialsAsync().ConfigureAwait(false));
            }

            var response = await _client.ListModelCustomizationJobsAsync(ListingMapper.ToSdk(request), limited)
                .ConfigureAwait(false);
            return ListingMapper.FromSdk(response);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Translate(exception) is { } failure)
        {
            throw failure;
        }
    }

    private BedrockRequestException? Translate(Exception exception)
    {
        var subject = OperationSubject.Of(ListJobsRequest.OperationName, Name);
        return CredentialsFailure.LoginOver(exception, _credentials, subject) ?? ErrorTranslator.Translate(exception, subject);
    }
}
