using Amazon.SSO;
using Amazon.SSO.Model;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;

namespace LocalIdentity.Tests;

public sealed class SingleSignOnTests : IAsyncLifetime
{
    private static readonly Settings Known = new();
    private RunningIdentity _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await RunningIdentity.StartAsync();

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task A_signed_in_user_gets_a_key()
    {
        var key = (await KeyAsync(Known.SsoAccessToken)).RoleCredentials;
        var expiration = DateTimeOffset.FromUnixTimeMilliseconds(key.Expiration!.Value);
        Assert.InRange(expiration, DateTimeOffset.UtcNow.AddMinutes(59), DateTimeOffset.UtcNow.AddMinutes(61));

        using var sts = _identity.Sts(new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken));
        var caller = await sts.GetCallerIdentityAsync(new(), TestContext.Current.CancellationToken);
        Assert.StartsWith("arn:aws:sts::777788889999:assumed-role/AWSReservedSSO_trainer_", caller.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_access_token_is_rejected()
    {
        var failure = await Assert.ThrowsAsync<UnauthorizedException>(() => KeyAsync("another"));
        Assert.Equal("Session token not found or invalid", failure.Message);
    }

    [Fact]
    public async Task A_refreshed_access_token_is_accepted()
    {
        var refreshed = await RefreshAsync(Known.SsoRefreshToken);
        Assert.Equal((3600, "Bearer"), (refreshed.ExpiresIn, refreshed.TokenType));
        Assert.NotEqual(Known.SsoAccessToken, refreshed.AccessToken);
        Assert.NotNull((await KeyAsync(refreshed.AccessToken)).RoleCredentials);
    }

    [Fact]
    public async Task An_unknown_refresh_token_is_rejected() =>
        await Assert.ThrowsAsync<InvalidGrantException>(() => RefreshAsync("another"));

    [Fact]
    public async Task A_refresh_token_can_be_valid_once()
    {
        await using var identity = await RunningIdentity.StartAsync(new() { SsoRefreshesOnce = true });
        var refreshed = await RefreshAsync(Known.SsoRefreshToken, identity: identity);
        await Assert.ThrowsAsync<InvalidGrantException>(() => RefreshAsync(Known.SsoRefreshToken, identity: identity));
        Assert.NotEqual(refreshed.RefreshToken, (await RefreshAsync(refreshed.RefreshToken, identity: identity)).RefreshToken);
    }

    [Fact]
    public async Task An_unregistered_client_is_rejected() =>
        await Assert.ThrowsAsync<InvalidClientException>(() => RefreshAsync(Known.SsoRefreshToken, "another"));

    [Fact]
    public async Task The_log_contains_requests_but_no_secrets()
    {
        await RefreshAsync(Known.SsoRefreshToken);
        await KeyAsync(Known.SsoAccessToken);
        var log = await _identity.LogAsync();
        Assert.Equal(["/token", "/federation/credentials"], log.Select(e => e.GetProperty("action").GetString()));
        Assert.Equal(
            [$$"""{"clientId":"{{Known.SsoClientId}}","grantType":"refresh_token"}""", """{"account_id":"777788889999","role_name":"trainer"}"""],
            log.Select(e => e.GetProperty("parameters").GetRawText()));
        Assert.Equal([null, "ASIAEXAMPLE000000001"], log.Select(e => e.GetProperty("issued").GetString()));
        var all = string.Join('\n', log.Select(e => e.GetRawText()));
        Assert.All(
            [Known.SsoAccessToken, Known.SsoRefreshToken, Known.SsoClientSecret],
            secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    private async Task<GetRoleCredentialsResponse> KeyAsync(string token, string role = "trainer")
    {
        using var client = new AmazonSSOClient(new AnonymousAWSCredentials(), new AmazonSSOConfig { ServiceURL = _identity.Address });
        return await client.GetRoleCredentialsAsync(
            new GetRoleCredentialsRequest { AccessToken = token, AccountId = "777788889999", RoleName = role },
            TestContext.Current.CancellationToken);
    }

    private async Task<CreateTokenResponse> RefreshAsync(string token, string? clientId = null, RunningIdentity? identity = null)
    {
        using var client = new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(), new AmazonSSOOIDCConfig { ServiceURL = (identity ?? _identity).Address });
        var request = new CreateTokenRequest
        {
            ClientId = clientId ?? Known.SsoClientId,
            ClientSecret = Known.SsoClientSecret,
            GrantType = "refresh_token",
            RefreshToken = token,
        };
        return await client.CreateTokenAsync(request, TestContext.Current.CancellationToken);
    }
}
