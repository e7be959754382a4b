using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.SecurityToken.Model;
using LocalBedrock;
using LocalBedrock.Options;

namespace LocalIdentity.Tests;

/// <summary>The issued keys, at the service that accepts them.</summary>
public sealed class HandedOutKeyTests : IAsyncLifetime
{
    private RunningIdentity _identity = null!;
    private LocalServer _bedrock = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await RunningIdentity.StartAsync();
        _bedrock = await LocalServer.StartAsync(
            new ServerOptions { Jobs = 3, KeyIssuer = IdentityOptions.DefaultKeyIssuer }, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _identity.DisposeAsync();
        await _bedrock.DisposeAsync();
    }

    [Fact]
    public async Task Bedrock_accepts_the_key_of_a_role()
    {
        var jobs = (await ListAsync(await AssumeAsync())).ModelCustomizationJobSummaries!;
        Assert.Equal(3, jobs.Count);
        Assert.All(jobs, j => Assert.Contains(":444455556666:", j.JobArn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bedrock_rejects_an_expired_key_whatever_expiration_its_holder_got()
    {
        await _identity.SetAsync(new { lifetime = "01:00:00", validFor = "-00:00:01" });
        var expired = await AssumeAsync();
        Assert.True(expired.Expiration!.Value.ToUniversalTime() > DateTime.UtcNow.AddMinutes(59));
        var failure = await Assert.ThrowsAnyAsync<AmazonBedrockException>(() => ListAsync(expired));
        Assert.Equal("ExpiredTokenException", failure.ErrorCode);
    }

    private async Task<Credentials> AssumeAsync()
    {
        using var sts = _identity.Sts();
        var request = new AssumeRoleRequest { RoleArn = RunningIdentity.Trainer, RoleSessionName = "me" };
        return (await sts.AssumeRoleAsync(request, TestContext.Current.CancellationToken)).Credentials;
    }

    private async Task<ListModelCustomizationJobsResponse> ListAsync(AWSCredentials credentials)
    {
        var config = new AmazonBedrockConfig { ServiceURL = _bedrock.Address, AuthenticationRegion = "us-east-1" };
        using var client = new AmazonBedrockClient(credentials, config);
        return await client.ListModelCustomizationJobsAsync(new ListModelCustomizationJobsRequest(), TestContext.Current.CancellationToken);
    }
}
