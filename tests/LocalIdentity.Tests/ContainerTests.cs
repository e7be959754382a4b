using System.Text.Json;
using AwsEnvironment;

namespace LocalIdentity.Tests;

public sealed class ContainerTests : IAsyncLifetime
{
    private const string Path = "/v2/credentials/1";
    private static readonly string Token = new Settings().ContainerToken;
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync(new Settings { Account = "777788889999" });

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task The_sdk_gets_a_key_of_the_account()
    {
        using var uri = new EnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI", _identity.Address + Path);
        using var token = new EnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN", Token);
        using var credentials = new GenericContainerCredentials();
        using var sts = _identity.Sts(credentials);
        var caller = await sts.GetCallerIdentityAsync(new(), TestContext.Current.CancellationToken);
        Assert.Equal("arn:aws:sts::777788889999:assumed-role/trainer/container", caller.Arn);
    }

    [Fact]
    public async Task An_expired_key_is_replaced()
    {
        await _identity.SetAsync(new { lifetime = "00:00:00" });
        Assert.Equal("ASIAEXAMPLE000000001", await KeyIdAsync(Path));
        Assert.Equal("ASIAEXAMPLE000000002", await KeyIdAsync(Path));
    }

    [Fact]
    public async Task Another_token_is_rejected()
    {
        (var status, var text) = await _identity.SendAsync("GET", Path, null, ("Authorization", "another"));
        Assert.Equal((403, "AccessDeniedException"), (status, JsonElement.Parse(text).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_missing_token_is_rejected()
    {
        (var status, var text) = await _identity.SendAsync("GET", Path);
        Assert.Equal((401, "Unauthorized"), (status, JsonElement.Parse(text).GetProperty("code").GetString()));
    }

    private async Task<string?> KeyIdAsync(string path)
    {
        (var status, var text) = await _identity.SendAsync("GET", path, null, ("Authorization", Token));
        Assert.Equal(200, status);
        return JsonElement.Parse(text).GetProperty("AccessKeyId").GetString();
    }
}
