using Amazon.Runtime.Internal;
using Amazon.Util;
using AwsEnvironment;

namespace LocalIdentity.Tests;

public sealed class MetadataTests : IAsyncLifetime
{
    private const string Credentials = "/latest/meta-data/iam/security-credentials/";
    private const string TokenHeader = "X-aws-ec2-metadata-token";
    private const string LifetimeHeader = "X-aws-ec2-metadata-token-ttl-seconds";
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync();

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task The_sdk_gets_a_key_and_the_region()
    {
        using var enabled = new EnvironmentVariable("AWS_EC2_METADATA_DISABLED", null);
        using var endpoint = new EnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", _identity.Address);
        FallbackInternalConfigurationFactory.Reset();
        Assert.Equal("us-east-1", EC2InstanceMetadata.Region.SystemName);

        using var sts = _identity.Sts(new InstanceProfileAWSCredentials("trainer"));
        var caller = await sts.GetCallerIdentityAsync(new(), TestContext.Current.CancellationToken);
        Assert.Equal("arn:aws:sts::444455556666:assumed-role/trainer/i-0123456789abcdef0", caller.Arn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made up")]
    public async Task Without_a_session_nothing_is_returned(string? token)
    {
        (string, string)[] headers = token is null ? [] : [(TokenHeader, token)];
        Assert.Equal(401, (await _identity.SendAsync("GET", Credentials, null, headers)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("21601")]
    [InlineData("long")]
    public async Task A_session_needs_a_lifetime(string? seconds)
    {
        (string, string)[] headers = seconds is null ? [] : [(LifetimeHeader, seconds)];
        Assert.Equal(400, (await _identity.SendAsync("PUT", "/latest/api/token", null, headers)).Status);
    }

    [Fact]
    public async Task A_session_expires()
    {
        (_, var token) = await _identity.SendAsync("PUT", "/latest/api/token", null, (LifetimeHeader, "1"));
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        Assert.Equal(401, (await _identity.SendAsync("GET", Credentials, null, (TokenHeader, token))).Status);
    }
}
