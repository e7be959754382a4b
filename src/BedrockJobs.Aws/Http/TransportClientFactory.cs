namespace BedrockJobs.Aws.Http;

/// <summary>Makes a client of the AWS SDK use the connections of this module.</summary>
internal sealed class TransportClientFactory : HttpClientFactory
{
    private readonly Transport _transport;
    private readonly int _longestSuccess;

    /// <param name="transport">The connections.</param>
    /// <param name="longestSuccess">The maximum number of bytes in a success response.</param>
    public TransportClientFactory(Transport transport, int longestSuccess)
    {
        _transport = transport;
        _longestSuccess = longestSuccess;
    }

    /// <inheritdoc/>
    /// <remarks>The SDK keeps it as long as its own client.</remarks>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        ArgumentNullException.ThrowIfNull(clientConfig);
        return _transport.CreateClient(
            clientConfig.ConnectTimeout ?? Timeout.InfiniteTimeSpan, clientConfig.Timeout ?? Timeout.InfiniteTimeSpan, _longestSuccess);
    }
}
