using Amazon.Bedrock;
using Amazon.Runtime.Internal;
using AwsEnvironment;

namespace BedrockJobs.Sdk.Tests;

/// <summary>The cost of making a client, and when it fails.</summary>
public sealed class ConstructionTests : IDisposable
{
    public void Dispose() => ForgetEnvironment();

    [Fact]
    public async Task Instance_metadata_is_requested_only_if_neither_a_region_nor_an_endpoint_is_set()
    {
        await using var metadata = new LoopbackServer(Reply.Json("{}", 404));
        using var allowed = new EnvironmentVariable("AWS_EC2_METADATA_DISABLED", null);
        using var endpoint = new EnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url);
        ForgetEnvironment();

        new AmazonBedrockClient(RegionEndpoint.EUWest1).Dispose();
        new AmazonBedrockClient(new AmazonBedrockConfig { ServiceURL = "http://localhost:1" }).Dispose();
        new AmazonBedrockClient(new UntouchableCredentials(), RegionEndpoint.EUWest1).Dispose();
        Assert.Empty(metadata.Requests);

        Assert.Throws<AmazonClientException>(() => new AmazonBedrockClient(new UntouchableCredentials()));
        Assert.NotEmpty(metadata.Requests);
    }

    [Fact]
    public void Without_a_region_or_an_endpoint_the_constructor_fails()
    {
        Assert.Throws<AmazonClientException>(() => new AmazonBedrockClient(new UntouchableCredentials()));
    }

    [Fact]
    public async Task Without_credentials_the_first_request_fails_and_nothing_is_sent()
    {
        await using var server = new LoopbackServer(Reply.Json("{}"));
        using var client = new AmazonBedrockClient(new AmazonBedrockConfig { ServiceURL = server.Url });

        await Assert.ThrowsAnyAsync<AmazonClientException>(client.ListAsync);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void The_client_can_be_made_by_its_interface()
    {
        Assert.IsType<AmazonBedrockConfig>(DefaultConfig<IAmazonBedrock>());
        using var client = (AmazonBedrockClient)DefaultClient<IAmazonBedrock>(
            new UntouchableCredentials(), new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.EUWest1 });
        Assert.Equal("eu-west-1", client.Config.RegionEndpoint.SystemName);

        static ClientConfig DefaultConfig<T>()
            where T : IAmazonService => T.CreateDefaultClientConfig();
        static IAmazonService DefaultClient<T>(AWSCredentials credentials, ClientConfig config)
            where T : IAmazonService => T.CreateDefaultServiceClient(credentials, config);
    }

    [Theory]
    [InlineData(DefaultConfigurationMode.Standard)]
    [InlineData(DefaultConfigurationMode.InRegion)]
    [InlineData(DefaultConfigurationMode.CrossRegion)]
    [InlineData(DefaultConfigurationMode.Mobile)]
    public void No_defaults_mode_limits_the_time_to_connect_or_respond(DefaultConfigurationMode mode)
    {
        var config = new AmazonBedrockConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            DefaultConfigurationMode = mode,
        };

        Assert.Null(config.ConnectTimeout);
        Assert.Null(config.Timeout);
        Assert.Equal(RequestRetryMode.Standard, config.RetryMode);
        Assert.Equal(2, config.MaxErrorRetry);
    }

    // Core reads the variables once, and keeps the result.
    private static void ForgetEnvironment()
    {
        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
    }

    private sealed class UntouchableCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() =>
            throw new InvalidOperationException("No credentials are needed yet.");
    }
}
