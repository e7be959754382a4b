using Amazon.Bedrock;
using Amazon.Bedrock.Model;

namespace BedrockJobs.Aws.Bedrock;

/// <summary>Configures the client of Amazon Bedrock.</summary>
internal static class BedrockConfiguration
{
    /// <summary>
    /// The time limit of one attempt, including the response body. A page of 1,000 jobs takes well under a second. The
    /// SDK's limit of 100 seconds for each of three attempts would look like a hang.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromMilliseconds(int.MaxValue);

    public static AmazonBedrockConfig Create(ConfiguredSettings configured, string region, string? endpointUrl)
    {
        var config = new AmazonBedrockConfig
        {
            Timeout = TimeLimit.Of(AttemptTimeout),
            ConnectTimeout = TimeLimit.Of(ConnectTimeout),

            // The SDK assumes that a connection that was closed was stale, and would repeat the request ten times without a pause.
            MaxStaleConnectionRetries = 1,
        };
        SdkConfiguration.Apply(config, configured);
        SdkConfiguration.Direct(config, region, endpointUrl);
        return config;
    }

    /// <summary>The URL that the SDK sends requests to.</summary>
    public static string EndpointOf(AmazonBedrockConfig config)
    {
        try
        {
            return config.DetermineServiceOperationEndpoint(new(new ListModelCustomizationJobsRequest())).URL;
        }
        catch (Exception exception) when (exception is AmazonClientException or UriFormatException or ArgumentException)
        {
            throw EndpointChoice.Fault(exception.Message);
        }
    }

    /// <summary>
    /// The time limit of a request including its retries. Each attempt has its own limit; this limit also covers the
    /// pauses between attempts and the renewal of a key.
    /// </summary>
    public static TimeSpan LimitOfRequest(AmazonBedrockConfig config)
    {
        var limit = TimeLimit.Of(AttemptTimeout + LongestPause) * (config.MaxErrorRetry + 1d);
        return limit < LongestTimeLimit ? limit : LongestTimeLimit;
    }
}
