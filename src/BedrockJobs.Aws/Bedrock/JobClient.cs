using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Bedrock.Model.Internal.MarshallTransformations;
using Amazon.Runtime.Internal;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>
/// The client of the AWS SDK with this module's response readers. Those of the SDK read some bodies without limit, and
/// treat others as an empty page.
/// </summary>
internal sealed class JobClient : AmazonBedrockClient
{
    private static readonly InvokeOptions List = new()
    {
        RequestMarshaller = ListModelCustomizationJobsRequestMarshaller.Instance,
        ResponseUnmarshaller = new ReplyUnmarshaller<JobPage>(ListReply.Read),
    };

    private static readonly InvokeOptions Get = new()
    {
        RequestMarshaller = GetModelCustomizationJobRequestMarshaller.Instance,
        ResponseUnmarshaller = new ReplyUnmarshaller<CustomizationJobDetail>(JobReply.Read),
    };

    private static readonly InvokeOptions Stop = new()
    {
        RequestMarshaller = StopModelCustomizationJobRequestMarshaller.Instance,
        ResponseUnmarshaller = new ReplyUnmarshaller<string?>(ReadStop),
    };

    private static readonly StructureReader<object> Nothing = [];

    private JobClient(AmazonBedrockConfig config)
        : base(config)
    {
    }

    private JobClient(AWSCredentials credentials, AmazonBedrockConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Creates a client for a configuration.</summary>
    /// <param name="credentials">
    /// The credentials that sign the requests; null for the bearer token in the environment.
    /// </param>
    public static JobClient Create(AWSCredentials? credentials, AmazonBedrockConfig config)
    {
        if (credentials is null)
        {
            return new JobClient(config);
        }

        // A client that finds a bearer token in the environment prefers it to the specified credentials. If it can't
        // sign, it would send the sign-in token of another profile. Without providers, there is no such token.
        config.AWSTokenProvider = new AWSTokenProviderChain();
        return new JobClient(credentials, config);
    }

    public Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken) =>
        SendAsync<JobPage>(RequestOf(query), List, cancellationToken);

    public Task<CustomizationJobDetail> GetAsync(string jobIdentifier, CancellationToken cancellationToken) =>
        SendAsync<CustomizationJobDetail>(new GetModelCustomizationJobRequest { JobIdentifier = jobIdentifier }, Get, cancellationToken);

    /// <summary>Stops a job.</summary>
    /// <returns>The AWS request ID; null if the response has none.</returns>
    public Task<string?> StopAsync(string jobIdentifier, CancellationToken cancellationToken) =>
        SendAsync<string?>(new StopModelCustomizationJobRequest { JobIdentifier = jobIdentifier }, Stop, cancellationToken);

    /// <summary>
    /// The request of a page. Time limits are widened to whole milliseconds, because the SDK truncates them, so that no
    /// job between the two values is lost.
    /// </summary>
    public static ListModelCustomizationJobsRequest RequestOf(JobQuery query) => new()
    {
        StatusEquals = query.StatusEquals,
        NameContains = query.NameContains,
        CreationTimeAfter = query.CreatedAfter is { } after ? Floor(after) : null,
        CreationTimeBefore = query.CreatedBefore is { } before ? Ceiling(before) : null,
        SortBy = query.SortBy,
        SortOrder = query.SortOrder,
        MaxResults = query.PageSize,
        NextToken = query.NextToken,
    };

    private async Task<T> SendAsync<T>(AmazonWebServiceRequest request, InvokeOptions options, CancellationToken cancellationToken) =>
        (await InvokeAsync<Reply<T>>(request, options, cancellationToken).ConfigureAwait(false)).Value;

    private static DateTime Floor(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    private static DateTime Ceiling(DateTime time)
    {
        var floor = Floor(time);
        return floor == time || floor > DateTime.MaxValue.AddMilliseconds(-1) ? floor : floor.AddMilliseconds(1);
    }

    // The response has no members. A sign-in page with status 200 must not be treated as a stopped job.
    private static string? ReadStop(ReadOnlySpan<byte> body, string? requestId, out string? missing)
    {
        if (!body.IsEmpty)
        {
            _ = ReplyDocument.Read(body, Nothing, out _);
        }

        missing = string.Empty;
        return requestId;
    }
}
